using System.Text.Json;
using AiToolPolicy.Files.Tests;
using AiToolPolicy.Tool.Exemptions;

namespace AiToolPolicy.Tool.Tests;

public sealed class ExemptTests : IDisposable
{
    private const string Why = "Needed until the importer is gone.";

    private readonly TempFolder _folder = new();

    public ExemptTests()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy.Replace("\"rules\"", "\"exemptions\": { \"maxDays\": 90 }, \"rules\"", StringComparison.Ordinal));
        _folder.Write("a/App.csproj", Scan.Project("Acme"));
    }

    public void Dispose() => _folder.Dispose();

    private string Exemptions => File.ReadAllText(_folder.In("ai-tool-exemptions.json"));

    private string[] Terms(string expires = "2026-09-30") => [_folder.Path, "--justification", Why, "--owner", "jane@contoso.example", "--expires", expires];

    [Fact]
    public async Task Add_writes_an_exemption_that_counts()
    {
        var added = await Run("exempt", ["add", .. Terms(), "--tool", "acme-api", "--path", "a/**"]);

        Assert.Equal((0, "ai-tool-exemptions.json(4,5): exempted 'acme-api', which covers 1 finding.\n"), (added.Code, added.Output));
        Assert.Equal(0, (await Scan.Run(_folder.Path)).Code);
        Assert.Contains("\"created\": \"2026-07-10\"", Exemptions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme-apy", "2026-09-30", "AITP3001: No tool 'acme-apy' is in the catalog. Did you mean 'acme-api'?")]
    [InlineData("acme-api", "2027-09-30", "AITP2005: Exemption of 'acme-api': it is to hold for 447 days")]
    [InlineData("acme-api", "31.12.2026", "AITP2001: Exemption of 'acme-api': 'expires' is '31.12.2026', which is no day")]
    public async Task Add_refuses_what_would_not_count_and_writes_nothing(string tool, string expires, string words)
    {
        var refused = await Run("exempt", ["add", .. Terms(expires), "--tool", tool]);

        Assert.Equal(2, refused.Code);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.\n", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.In("ai-tool-exemptions.json")));
    }

    [Fact]
    public async Task Add_asks_a_person_for_what_is_missing()
    {
        var asked = new List<string>();
        var faults = new List<string?>();
        var added = await Run("exempt", ["add", _folder.Path], (question, suggested, fault) =>
        {
            asked.Add(question);
            faults.Add(fault(question[..4] switch { "The " => "soon", "Whic" => "acme-apx", _ => "x" }));
            return question.StartsWith("Which tool", StringComparison.Ordinal) ? "acme-api" : question.StartsWith("Why", StringComparison.Ordinal) ? Why : suggested ?? "jane@contoso.example";
        });

        Assert.Equal(0, added.Code);
        Assert.Equal(4, asked.Count);
        Assert.Equal(
            """
            No tool 'acme-apx' is in the catalog. Did you mean 'acme-api'?
            'justification' has 1 characters; the policy asks for at least 20.
            'owner' names nobody.
            'expires' is 'soon', which is no day; write the UTC day as yyyy-MM-dd, such as 2026-12-31.
            """,
            string.Join('\n', faults));
        Assert.Contains("\"expires\": \"2026-10-08\"", Exemptions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_keeps_comments_and_order_and_line_ends()
    {
        const string Before = "{\r\n  // ours\r\n  \"exemptions\": [\r\n    // old\r\n    { \"tool\": \"acme-code\", \"justification\": \"Needed until the importer is gone.\", \"owner\": \"joe\", \"expires\": \"2026-08-01\" }, // kept\r\n  ]\r\n}\r\n";
        _folder.Write("ACME.md", "Be nice.");
        _folder.Write("ai-tool-exemptions.json", Before);

        Assert.Equal(0, (await Run("exempt", ["add", .. Terms(), "--tool", "acme-api"])).Code);

        Assert.StartsWith(Before[..Before.IndexOf(" // kept", StringComparison.Ordinal)], Exemptions, StringComparison.Ordinal);
        Assert.Contains("// kept\r\n", Exemptions, StringComparison.Ordinal);
        Assert.DoesNotContain(Exemptions.Split("\r\n"), line => line.Contains('\n', StringComparison.Ordinal));
        Assert.Equal(0, (await Scan.Run(_folder.Path)).Code);
    }

    [Fact]
    public async Task List_puts_what_ends_first_on_top_and_tells_programs_the_same()
    {
        _folder.Write("ACME.md", "Be nice.");
        await Run("exempt", ["add", .. Terms("2026-09-30"), "--tool", "acme-api"]);
        await Run("exempt", ["add", .. Terms("2026-08-01"), "--tool", "acme-code"]);

        var text = await Run("exempt", ["list", _folder.Path]);
        using var json = JsonDocument.Parse((await Run("exempt", ["list", _folder.Path, "--format", "json"])).Output);

        Assert.Equal(["2026-08-01", "2026-09-30"], text.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[1][..10]));
        Assert.Equal(["acme-code", "acme-api"], json.RootElement.GetProperty("exemptions").EnumerateArray().Select(e => e.GetProperty("tool").GetString()));
    }

    [Fact]
    public async Task Lint_fails_for_a_mistake_and_says_where()
    {
        _folder.Write("ai-tool-exemptions.json", "{ \"exemptions\": [\n{ \"tool\": \"acme-api\", \"owner\": \"joe\", \"expires\": \"2026-08-01\" } ] }");

        var lint = await Run("exempt", ["lint", _folder.Path]);

        Assert.Equal(1, lint.Code);
        Assert.StartsWith("ai-tool-exemptions.json(2,1): warning AITP2001: Exemption of 'acme-api': 'justification' is missing.", lint.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_gives_a_new_end_from_today_and_refuses_one_that_is_too_far()
    {
        _folder.Write("ai-tool-exemptions.json", "{ \"exemptions\": [\n{ \"tool\": \"acme-api\", \"justification\": \"Needed until the importer is gone.\", \"owner\": \"joe\", \"expires\": \"2026-07-09\" /* ended */ } ] }");
        var before = Exemptions;

        var refused = await Run("exempt", ["renew", _folder.Path, "--tool", "acme-api", "--expires", "2027-07-09"]);
        Assert.Equal((2, before), (refused.Code, Exemptions));
        var renewed = await Run("exempt", ["renew", _folder.Path, "--tool", "acme-api", "--expires", "2026-09-01"]);

        Assert.Equal((0, "ai-tool-exemptions.json: 1 renewed until 2026-09-01.\n"), (renewed.Code, renewed.Output));
        Assert.Contains("\"expires\": \"2026-09-01\"", Exemptions, StringComparison.Ordinal);
        Assert.Contains("/* ended */", Exemptions, StringComparison.Ordinal);
        Assert.Equal(0, (await Scan.Run(_folder.Path)).Code);
    }

    [Fact]
    public async Task Prune_takes_out_what_matches_nothing_and_keeps_the_rest()
    {
        _folder.Write("ACME.md", "Be nice.");
        await Run("exempt", ["add", .. Terms(), "--tool", "acme-api"]);
        await Run("exempt", ["add", .. Terms(), "--tool", "acme-code"]);
        File.Delete(_folder.In("ACME.md"));

        Assert.Equal(1, (await Run("exempt", ["prune", _folder.Path, "--check"])).Code);
        Assert.Equal(0, (await Run("exempt", ["prune", _folder.Path])).Code);

        Assert.DoesNotContain("acme-code", Exemptions, StringComparison.Ordinal);
        Assert.Equal(0, (await Scan.Run(_folder.Path)).Code);
        Assert.Equal(0, (await Run("exempt", ["prune", _folder.Path, "--check"])).Code);
    }

    internal static async Task<Scan> Run(string command, string[] arguments, Ask? ask = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await Cli.RunAsync([command, .. arguments], new Surroundings(output, error, Scan.Today) { Ask = ask }, TestContext.Current.CancellationToken);
        return new Scan(code, output.ToString(), error.ToString());
    }
}
