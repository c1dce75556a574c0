using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Feeds.Archives;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Files;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>A policy that extends a package: what it becomes, and what is told when the package is not to be had.</summary>
public sealed class PackageLayersTests : IDisposable
{
    // Only what never answers is waited for in vain; everything else has the time that a busy machine needs.
    private static readonly FeedLimits Short = new() { TimeOut = TimeSpan.FromSeconds(2) };
    private static readonly FeedLimits Patient = new() { TimeOut = TimeSpan.FromSeconds(30) };

    private readonly LoopbackFeed _feed = new();
    private readonly FeedFolder _folder;

    public PackageLayersTests() => _folder = new FeedFolder(("remote", _feed.Address));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _feed.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_range_takes_the_highest_version_and_follows_a_newer_one()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0", Contoso.Policy("2026-12-01")));
        _feed.Add(Contoso.Id, "2.0.0-beta", Contoso.Package("2.0.0-beta", Contoso.Policy("2020-01-01")));

        Assert.Equal("2026-12-01", EffectiveOf(Load("[1.0,3.0)")));
        _feed.Add(Contoso.Id, "1.1.0", Contoso.Package("1.1.0", Contoso.Policy("2026-11-01")));
        var loaded = Load("[1.0,3.0)");

        Assert.Equal("2026-11-01", EffectiveOf(loaded));
        Assert.Equal($"package Contoso.AiToolPolicy 1.1.0, SHA-512 {PackageDigest.Sha512(Contoso.Package("1.1.0", Contoso.Policy("2026-11-01")))}", loaded.Layers[1].Origin);
        Assert.Empty(loaded.Findings);
        Assert.Contains($"\"packages\": [\n      \"{loaded.Layers[1].Origin}\"", new ProofRecord().Of(loaded, []).Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_feed_does_the_same()
    {
        using var folder = new FeedFolder(("local", "packages"));
        folder.AddFile("packages", "Contoso.AiToolPolicy.1.0.0.nupkg", Contoso.Package("1.0.0"));

        Assert.Equal("2026-12-01", EffectiveOf(Load("1.0", folder: folder)));
    }

    [Fact]
    public void An_exact_version_is_fetched_once_and_then_asks_no_feed()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));

        Assert.Empty(Load("[1.0.0]").Findings);
        var asked = _feed.Requests.Count;
        Assert.Equal("2026-12-01", EffectiveOf(Load("[1.0.0]")));
        Assert.Equal(asked, _feed.Requests.Count);
    }

    [Fact]
    public void Without_an_answer_the_last_good_copy_is_used_and_told()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        _ = Load("[1.0,2.0)");
        _feed.Misbehave = _ => Fault.Status(500);

        var loaded = Load("[1.0,2.0)");

        Assert.Equal("2026-12-01", EffectiveOf(loaded));
        Assert.Equal(
            $"warning AITP3002: Which versions of package 'Contoso.AiToolPolicy' there are could not be asked: feed 'remote' failed (500). The last good copy is used: version 1.0.0, SHA-512 {PackageDigest.Sha512(Contoso.Package("1.0.0"))}.",
            Told(loaded));
        Assert.StartsWith("error AITP3002: Which versions of package 'Contoso.AiToolPolicy' there are could not be asked: feed 'remote' failed (500). No good copy is in the cache.", Told(Load("[2.0,3.0)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_digest_decides_which_copy_is_good()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        var digest = PackageDigest.Sha512(Contoso.Package("1.0.0"));

        Assert.Empty(Load("[1.0.0]", $$""", "trust": { "sha512": "{{digest}}" }""").Findings);
        Assert.Empty(Load("[1.0.0]", $$""", "trust": { "sha512": "{{Convert.ToHexString(Convert.FromBase64String(digest))}}" }""").Findings);
        var other = PackageDigest.Sha512([1]);
        Assert.Equal($"error AITP3002: Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it has the SHA-512 {digest}, and {other} is trusted.", Told(Load("[1.0.0]", $$""", "trust": { "sha512": "{{other}}" }""")));
    }

    [Theory]
    [InlineData("[1.0,2.0)", """{ "sha512": "AAAA" }""", "'sha512' is no SHA-512 of a package")]
    [InlineData("[1.0.0]", """{ }""", "'trust' names nobody")]
    [InlineData("[1.0.0]", """{ "author": "12" }""", "'author' takes SHA-256 fingerprints of certificates")]
    [InlineData("[1.0.0]", """{ "signer": "12" }""", "Unknown key 'signer'")]
    [InlineData("1.x.y", null, "'1.x.y' is no version range of NuGet's notation")]
    [InlineData("", null, "The package 'Contoso.AiToolPolicy' has no version")]
    public void Wrong_references_are_errors_and_fetch_nothing(string range, string? trust, string message)
    {
        var loaded = Load(range, trust is null ? "" : $$""", "trust": {{trust}}""");

        Assert.All(loaded.Findings, finding => Assert.Equal("AITP3001", finding.Rule.Id));
        Assert.Contains(message, loaded.Findings[0].Message, StringComparison.Ordinal);
        Assert.Empty(_feed.Requests);
    }

    [Theory]
    [InlineData("truncated", "is no zip archive, or was cut off")]
    [InlineData("html", "is no zip archive, or was cut off")]
    [InlineData("other-id", "says that it is 'Other' 1.0.0")]
    [InlineData("other-version", "says that it is 'Contoso.AiToolPolicy' 9.0.0")]
    [InlineData("tampered", "is damaged: an entry is not what the archive's directory says")]
    [InlineData("replaced", "carries a policy that is not the one it was made with: the digests differ")]
    [InlineData("no-policy", "carries no policy: there is no policy/ai-tool-policy.json in it")]
    public void Bad_package_is_refused_and_not_kept(string fault, string reason)
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        _feed.Misbehave = path => path.EndsWith(".nupkg", StringComparison.Ordinal) ? Fault.Replace(body => Broken(fault, body!)) : null;

        var refused = Load("[1.0,2.0)");
        _feed.Misbehave = _ => null;

        Assert.Equal($"error AITP3002: Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it {reason}.", Told(refused));
        Assert.Empty(Load("[1.0,2.0)").Findings);
    }

    [Theory]
    [InlineData("break-off", "feed 'remote' broke off the connection")]
    [InlineData("silence", "feed 'remote' did not answer within 2 seconds (2 tries)")]
    [InlineData("endless", "feed 'remote' answered with more than 32 MiB")]
    public void Package_that_does_not_come_through_is_an_error(string fault, string reason)
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        _feed.Misbehave = path => !path.EndsWith(".nupkg", StringComparison.Ordinal) ? null : fault switch { "silence" => Fault.Silence, "endless" => Fault.Endless, _ => Fault.BreakOff };

        Assert.Equal($"error AITP3002: Package 'Contoso.AiToolPolicy' 1.0.0 is not in the cache and could not be fetched: {reason}.", Told(Load("[1.0,2.0)", limits: fault == "silence" ? Short : Patient)));
    }

    [Fact]
    public void No_version_and_no_package_are_told()
    {
        Assert.Equal("error AITP3002: No version of package 'Contoso.AiToolPolicy' lies in [2.0,3.0): no feed has it.", Told(Load("[2.0,3.0)")));
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        Assert.Equal("error AITP3002: No version of package 'Contoso.AiToolPolicy' lies in [2.0,3.0): the feeds have 1.0.0 to 1.0.0.", Told(Load("[2.0,3.0)")));
        Assert.Equal("error AITP3002: No feed has version 2.0.0 of package 'Contoso.AiToolPolicy'.", Told(Load("[2.0.0]")));
    }

    [Fact]
    public void Lock_pins_the_version_and_the_digest()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0", Contoso.Policy("2026-12-01")));
        _feed.Add(Contoso.Id, "1.1.0", Contoso.Package("1.1.0", Contoso.Policy("2026-11-01")));
        _folder.Write(PolicyLock.FileName, new PolicyLock([new LockedPackage(Contoso.Id, "[1.0,2.0)", "1.0.0", PackageDigest.Sha512(Contoso.Package("1.0.0", Contoso.Policy("2026-12-01"))))]).Write());

        Assert.Equal("2026-12-01", EffectiveOf(Load("[1.0,2.0)")));
        Assert.Equal("error AITP3002: ai-tool-policy.lock.json has no entry for package:Contoso.AiToolPolicy@[1.0,3.0): 'ai-tool-policy policy update' writes one.", Told(Load("[1.0,3.0)")));
        _folder.Write(PolicyLock.FileName, "{ \"packages\": [ { \"id\": \"Contoso.AiToolPolicy\", \"range\": \"[1.0,2.0)\", \"version\": \"3.0\", \"sha512\": \"\" } ] }");
        Assert.StartsWith("error AITP3002: ai-tool-policy.lock.json(1,", Told(Load("[1.0,2.0)")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_at_once_share_one_cache()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));

        var policy = Write(_folder, "[1.0.0]", "");
        var loaded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Read(_folder, policy, Patient))));

        Assert.All(loaded, policy => Assert.Empty(policy.Findings));
        Assert.Single(Directory.GetFiles(_folder.In("cache"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Damaged_copy_is_thrown_away_and_fetched_again()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        _ = Load("[1.0.0]");
        var kept = Directory.GetFiles(_folder.In("cache"), "*.nupkg", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(kept, Contoso.Package("1.0.0", Contoso.Policy("2999-01-01")));

        Assert.Equal("2026-12-01", EffectiveOf(Load("[1.0.0]")));
        Assert.Equal(Contoso.Package("1.0.0"), File.ReadAllBytes(kept));
    }

    [Fact]
    public void Cache_that_cannot_be_written_is_no_result()
    {
        _feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        _folder.Write("cache", "a file where a folder should be");

        Assert.Empty(Load("[1.0.0]").Findings);
    }

    private LoadedPolicy Load(string range, string more = "", FeedFolder? folder = null, FeedLimits? limits = null)
    {
        var place = folder ?? _folder;
        return Read(place, Write(place, range, more), limits ?? Patient);
    }

    private static string Write(FeedFolder place, string range, string more) => place.Write(
        "ai-tool-policy.json",
        $$"""{ "extends": [ { "layer": "package:Contoso.AiToolPolicy{{(range.Length == 0 ? "" : "@" + range)}}"{{more}} } ], "default": "notice" }""");

    private static LoadedPolicy Read(FeedFolder place, string policy, FeedLimits limits)
    {
        var packages = new PolicyPackages(() => place.Open(limits), new PackageCache(place.In("cache")), Stop);
        return PolicyLocator.LoadNamed(policy, place.Path, CompiledCatalog.Embedded, new PolicySources([], [new PackageLayers(packages, new PolicyLockFile(place.Path))]));
    }

    private static byte[] Broken(string fault, byte[] good) => fault switch
    {
        "truncated" => good[..^30],
        "html" => "<html>"u8.ToArray(),
        "other-id" => Contoso.Package("1.0.0", id: "Other"),
        "other-version" => Contoso.Package("9.0.0"),
        "tampered" => Tampered(good),
        "replaced" => Replaced(),
        _ => new TestPackage(Contoso.Id, "1.0.0").Bytes,
    };

    private static byte[] Tampered(byte[] good)
    {
        var bytes = good.ToArray();
        bytes[bytes.AsSpan().IndexOf("deny"u8)] ^= 1;
        return bytes;
    }

    // A whole archive, whose policy somebody has exchanged.
    private static byte[] Replaced()
    {
        var archive = new PackageArchive(Contoso.Package("1.0.0"));
        return ZipWriter.Write([.. archive.Names.Select(name => (name, name == PolicyPackage.PolicyEntry ? "{ \"default\": \"allow\" }"u8.ToArray() : archive.Read(name)!))]);
    }

    private static string? EffectiveOf(LoadedPolicy policy) => policy.Policy?.Rules.Single().Effective?.ToString();

    private static string Told(LoadedPolicy policy)
    {
        var finding = policy.Findings[0];
        return $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id}: {finding.Message}";
    }
}
