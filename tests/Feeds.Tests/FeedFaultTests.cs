using System.Diagnostics;
using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>Feeds that fail: each says why, and none takes longer than it may.</summary>
public class FeedFaultTests
{
    // Only what never answers is waited for in vain; everything else has the time that a busy machine needs.
    private static readonly FeedLimits Short = new() { TimeOut = TimeSpan.FromSeconds(2) };
    private static readonly FeedLimits Patient = new() { TimeOut = TimeSpan.FromSeconds(30) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Faults => new()
    {
        { "silence", "did not answer within 2 seconds (2 tries)" },
        { "drip", "did not answer within 2 seconds (2 tries)" },
        { "401", "wants credentials, or refused those it was given (401)" },
        { "403", "refused access (403)" },
        { "404", "has no service index at its address (404)" },
        { "429", "asks for fewer requests (429)" },
        { "500", "failed (500)" },
        { "503", "failed (503)" },
        { "redirects", "leads from one address to the next without an end (302)" },
        { "endless", "answered with more than 4 MiB" },
        { "html", "answered with HTML or XML instead of JSON" },
        { "text", "answered with something that is no JSON" },
        { "no-resources", "offers no PackageBaseAddress/3.0.0 at an address that may be asked" },
        { "file-address", "offers no PackageBaseAddress/3.0.0 at an address that may be asked" },
        { "break-off", "broke off the connection" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_of_the_index_is_told_in_time(string fault, string reason)
    {
        using var feed = new LoopbackFeed { Misbehave = path => path == "/v3/index.json" ? FaultOf(fault) : null };
        using var folder = new FeedFolder(("remote", feed.Address));
        var limits = fault is "silence" or "drip" ? Short : Patient;
        var feeds = folder.Open(limits);
        var clock = Stopwatch.StartNew();

        var answer = feeds.Versions("Acme", Stop);

        Assert.Null(answer.Value);
        Assert.Equal(new FeedProblem("remote", reason), Assert.Single(answer.Problems));
        Assert.True(clock.Elapsed < limits.TimeOut * limits.Tries + TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void Feed_that_is_down_is_told_and_another_still_answers()
    {
        using var folder = new FeedFolder(("down", "http://127.0.0.1:9/v3/index.json"), ("local", "packages")).Add("packages", new TestPackage("Acme", "1.0.0"));

        var answer = folder.Open(Patient).Versions("Acme", Stop);

        Assert.Equal(["1.0.0"], answer.Value!);
        Assert.Equal(new FeedProblem("down", "could not be reached (ConnectionRefused)"), Assert.Single(answer.Problems));
    }

    [Fact]
    public void Credentials_of_the_configuration_are_used()
    {
        using var feed = new LoopbackFeed { Credentials = "me:secret" }.Add(new TestPackage("Acme", "1.0.0"));
        using var folder = new FeedFolder();
        folder.Configure([("private", feed.Address)], "<packageSourceCredentials><private><add key=\"Username\" value=\"me\" /><add key=\"ClearTextPassword\" value=\"secret\" /></private></packageSourceCredentials>");

        Assert.Equal(["1.0.0"], folder.Open(Patient).Versions("Acme", Stop).Value!);
    }

    [Fact]
    public void Disabled_sources_are_not_asked_and_mapping_decides_who_is()
    {
        using var off = new LoopbackFeed().Add(new TestPackage("Acme", "9.0.0"));
        using var unmapped = new LoopbackFeed().Add(new TestPackage("Acme", "8.0.0"));
        using var mapped = new LoopbackFeed().Add(new TestPackage("Acme", "1.0.0"));
        using var folder = new FeedFolder();
        folder.Configure(
            [("off", off.Address), ("unmapped", unmapped.Address), ("mapped", mapped.Address)],
            "<disabledPackageSources><add key=\"off\" value=\"true\" /></disabledPackageSources><packageSourceMapping><packageSource key=\"unmapped\"><package pattern=\"Other.*\" /></packageSource><packageSource key=\"mapped\"><package pattern=\"Acme*\" /></packageSource></packageSourceMapping>");
        var feeds = folder.Open(Patient);

        Assert.Equal(["1.0.0"], feeds.Versions("Acme", Stop).Value!);
        Assert.Equal(new FeedProblem("nuget.config", "maps no feed to 'Nobody' (packageSourceMapping)"), Assert.Single(feeds.Versions("Nobody", Stop).Problems));
        Assert.Empty(off.Requests);
        Assert.Empty(unmapped.Requests);
    }

    [Fact]
    public void Plain_http_wants_to_be_allowed()
    {
        using var feed = new LoopbackFeed().Add(new TestPackage("Acme", "1.0.0"));
        using var folder = new FeedFolder();
        folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"plain\" value=\"{feed.Address}\" /></packageSources></configuration>");

        Assert.Equal("has a plain http address, and 'allowInsecureConnections' is not set for it", Assert.Single(folder.Open(Patient).Versions("Acme", Stop).Problems).Reason);
        Assert.Empty(feed.Requests);
    }

    [Fact]
    public void Broken_configuration_is_a_problem_and_no_crash()
    {
        using var folder = new FeedFolder();
        folder.Write("nuget.config", "<configuration><packageSources>");

        Assert.StartsWith("could not be opened: ", Assert.Single(folder.Open(Patient).Versions("Acme", Stop).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_is_not_there_is_told()
    {
        using var folder = new FeedFolder(("local", "nowhere"));

        Assert.Equal("is a folder that is not there", Assert.Single(folder.Open(Patient).Versions("Acme", Stop).Problems).Reason);
    }

    private static Fault FaultOf(string name) => name switch
    {
        "silence" => Fault.Silence,
        "drip" => Fault.Drip,
        "endless" => Fault.Endless,
        "html" => Fault.Html,
        "redirects" => Fault.RedirectToItself("/v3/index.json"),
        "break-off" => Fault.BreakOff,
        "text" => Fault.Replace(_ => "Please sign in"u8.ToArray()),
        "no-resources" => Fault.Replace(_ => "{\"version\":\"3.0.0\",\"resources\":[]}"u8.ToArray()),
        "file-address" => Fault.Replace(_ => "{\"resources\":[{\"@id\":\"file:///etc/\",\"@type\":\"PackageBaseAddress/3.0.0\"}]}"u8.ToArray()),
        _ => Fault.Status(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
