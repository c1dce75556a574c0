using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Exemptions;

public sealed class ExemptionTests
{
    private static readonly InputFile Agents = InputFile.Of("src/ACME.md", "Be nice.");

    [Fact]
    public void A_valid_exemption_takes_the_finding_out_and_keeps_it_visible()
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid));

        Assert.Empty(result.Findings);
        var exempted = Assert.Single(result.Exempted);
        Assert.Equal((Findings.Severity.Error, "AITP1001", 3), (exempted.Severity, exempted.Rule.Id, exempted.Location.Line));
        Assert.Equal("exempted until 2026-09-30 by jane@contoso.example (SEC-12), approved by security@contoso.example: The importer cannot do without it before October.", exempted.Exemption!.ToString());
        Assert.Equal("ai-tool-exemptions.json(2,1)", exempted.Exemption.Location.ToString());
        Assert.EndsWith("0 errors, 0 warnings, 0 notices, 1 exempted", result.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-09", "created before", "AITP1001 Acme")]
    [InlineData("2026-09-30", "the last day", "")]
    [InlineData("2026-10-01", "the day after", "AITP1001 Acme")]
    public void It_holds_through_its_last_day(string asOf, string when, string expected)
    {
        Assert.True(Day.TryParse(asOf, out var day), when);
        var record = Exempting.Valid.Replace("2026-07-05", "2026-07-10", StringComparison.Ordinal);

        Assert.Equal(expected, string.Join(",", Exempting.Counting(Exempting.Check(day, Exempting.Policy, Exempting.File(record)))));
    }

    [Theory]
    [InlineData("2026-09-15", "")]
    [InlineData("2026-09-16", "expires in 14 days: 2026-09-30 is its last day. Its owner is jane@contoso.example.")]
    [InlineData("2026-09-29", "expires tomorrow")]
    [InlineData("2026-09-30", "expires today")]
    public void Its_end_is_announced(string asOf, string words)
    {
        Assert.True(Day.TryParse(asOf, out var day));

        var result = Exempting.Check(day, Exempting.Policy, Exempting.File(Exempting.Valid));

        Assert.Empty(Exempting.Counting(result));
        Assert.Equal(words.Length == 0 ? 0 : 1, result.Findings.Count);
        Assert.All(result.Findings, finding => Assert.Equal(("AITP2003", Findings.Severity.Notice, 2), (finding.Rule.Id, finding.Severity, finding.Location.Line)));
        Assert.Contains(words, string.Concat(result.Findings.Select(finding => finding.Message)), StringComparison.Ordinal);
    }

    // Each changes the valid exemption; whether it still covers the package 'Acme' in src/App/App.csproj.
    [Theory]
    [InlineData("\"tool\": \"acme-api\"", true)]
    [InlineData("\"tool\": \"acme-code\"", false)]
    [InlineData("\"tool\": \"acme-api\", \"rule\": \"AITP1001\"", true)]
    [InlineData("\"tool\": \"acme-api\", \"rule\": \"AITP1006\"", false)]
    [InlineData("\"rule\": \"AITP1001\", \"paths\": [\"src/**\"]", true)]
    [InlineData("\"tool\": \"acme-api\", \"surface\": \"package\"", true)]
    [InlineData("\"tool\": \"acme-api\", \"surface\": \"setting\"", false)]
    [InlineData("\"tool\": \"acme-api\", \"evidence\": \"ACME\"", true)]
    [InlineData("\"tool\": \"acme-api\", \"evidence\": \"Acme.Other\"", false)]
    [InlineData("\"tool\": \"acme-api\", \"paths\": [\"test/**\", \"src/App/**\"]", true)]
    [InlineData("\"tool\": \"acme-api\", \"paths\": [\"src/app/**\"]", false)]
    [InlineData("\"fingerprint\": \"AITP1001|acme-api|package|Acme|src/App/App.csproj\"", true)]
    [InlineData("\"fingerprint\": \"AITP1001|acme-api|package|Acme|src/Other/App.csproj\"", false)]
    [InlineData("\"fingerprint\": \"6a54be3c9f19e0bb39e8c8e1b2f4d3fa27b1f34a2c5b08d4b8ed8c3e0b5a4f3d\"", false)]
    public void It_covers_what_it_names_and_nothing_else(string target, bool covers)
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid.Replace("\"tool\": \"acme-api\"", target, StringComparison.Ordinal)));

        Assert.Equal(covers ? [] : ["AITP1001 Acme"], Exempting.Counting(result));
    }

    [Fact]
    public void Fingerprint_of_a_report_and_its_digest_in_SARIF_mean_the_same()
    {
        var finding = Exempting.Check("{ \"exemptions\": [] }").Findings.Single();
        var digest = Findings.FingerprintDigest.Of(finding.Fingerprint);

        Assert.Empty(Exempting.Counting(Exempting.Check(Exempting.File(Exempting.Valid.Replace("\"tool\": \"acme-api\"", $"\"fingerprint\": \"{digest}\"", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_moved_line_changes_nothing_and_another_finding_on_the_same_line_is_not_covered()
    {
        const string Fingerprint = "\"fingerprint\": \"AITP1001|acme-api|package|Acme|src/App/App.csproj\"";
        var exemptions = Exempting.File(Exempting.Valid.Replace("\"tool\": \"acme-api\"", Fingerprint, StringComparison.Ordinal));
        var moved = Sample.Project("\n\n<PackageReference Include=\"Acme\" Version=\"2.0\" /><PackageReference Include=\"Acme.Other\" Version=\"1.0\" />");

        var result = Exempting.Check(exemptions, moved);

        Assert.Equal(["AITP1001 Acme.Other"], Exempting.Counting(result));
        Assert.Equal("Acme", Assert.Single(result.Exempted).Subject!.Seen);
    }

    [Fact]
    public void A_rule_that_permits_none_is_not_exempted()
    {
        var result = Exempting.Check(
            Exempting.File(Exempting.Valid.Replace("acme-api", "globex-kit", StringComparison.Ordinal)),
            Sample.Project("<PackageReference Include=\"Globex.Kit\" Version=\"1.0\" />"));

        Assert.Equal(["AITP1001 Globex.Kit"], Exempting.Counting(result));
        Assert.Equal(
            "ai-tool-exemptions.json(2,1): warning AITP2005: Exemption of 'globex-kit': rule 'never' of policy 'P' permits none. What it would cover is reported all the same.",
            Exempting.About(result));
    }

    // Whatever 'created' says or does not say: no text holds for more than the 90 days.
    [Fact]
    public void Leaving_out_when_it_was_created_gains_no_day()
    {
        var record = Exempting.Valid.Replace(", \"created\": \"2026-07-05\"", "", StringComparison.Ordinal).Replace("2026-09-30", "2026-12-31", StringComparison.Ordinal);
        var holding = Enumerable.Range(0, 200).Select(days => Day.Of(new DateTime(2026, 7, 10, 0, 0, 0, DateTimeKind.Utc).AddDays(days)))
            .Where(day => !Exempting.Counting(Exempting.Check(day, Exempting.Policy, Exempting.File(record))).Any())
            .ToList();

        Assert.Equal("2026-10-02", holding[0].ToString());
        Assert.Equal("2026-12-31", holding[^1].ToString());
        Assert.Equal(91, holding.Count);
    }

    [Fact]
    public void An_exemption_that_matches_nothing_is_reported_where_everything_is_seen()
    {
        const string Unused = "ai-tool-exemptions.json(2,1): notice AITP2004: The exemption of 'acme-code' matches nothing that the policy restricts: remove it, 'ai-tool-policy exempt prune' does.";
        var exemptions = Exempting.File(Exempting.Valid.Replace("acme-api", "acme-code", StringComparison.Ordinal));

        Assert.Equal(Unused, Exempting.About(Exempting.Check(exemptions)));
        Assert.Equal("", Exempting.About(Exempting.Check(exemptions, Agents)));
    }

    [Theory]
    [InlineData("src/App/Program.cs", "var token = Environment.GetEnvironmentVariable(\"ACME_TOKEN\");")]
    [InlineData("src/App/Module.vb", "Dim token = \"acme.code.cli\"")]
    public void What_only_a_build_may_see_is_not_called_unused(string path, string text)
    {
        var exemptions = Exempting.File(Exempting.Valid.Replace("acme-api", "acme-code", StringComparison.Ordinal));

        Assert.Equal("", Exempting.About(Exempting.Check(exemptions, InputFile.Of(path, text))));
    }

    // A baseline's record names one project: what another one has restored does not keep it.
    [Theory]
    [InlineData("src/App/obj/project.assets.json", true)]
    [InlineData("src/Other/obj/project.assets.json", false)]
    public void Record_of_one_project_is_kept_by_what_that_project_has_restored(string graph, bool isKept)
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [InputFile.Of("src/App/Program.cs", "using Acme;")], Sample.Today)
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", Exempting.File(Exempting.Valid.Replace("\"tool\": \"acme-api\"", "\"fingerprint\": \"AITP1001|acme-api|package|Acme|src/App/App.csproj\"", StringComparison.Ordinal)))],
            RestoredGraphs = [InputFile.Of(graph, "{ \"Acme/1.0.0\": {} }")],
            Sight = Sight.AllFiles,
        });

        Assert.Equal(!isKept, Assert.Single(result.Exemptions).IsUnused);
    }

    [Fact]
    public void Mistake_in_what_the_host_has_read_itself_is_reported()
    {
        var record = new Engine.Exemptions.ExemptionDocument(Location.StartOf("src/App/Program.cs")) { Rule = new("AITP1009", Location.StartOf("src/App/Program.cs")) };

        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [Exempting.Project], Sample.Today) { Exemptions = [record] });

        Assert.Contains("src/App/Program.cs(1,1): warning AITP2001: Exemption of AITP1009: 'owner' is missing.", Exempting.About(result), StringComparison.Ordinal);
    }

    // An editor knows no day but the first of the phase that the last build was made in.
    [Fact]
    public void Phase_stands_for_the_day_where_no_day_is_known()
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [Exempting.Project], Day.First)
        {
            Phase = new Engine.Policies.PolicyPhase(Sample.Today),
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", Exempting.File(Exempting.Valid))],
        });

        Assert.Single(result.Exempted);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_check_that_sees_a_part_calls_nothing_unused()
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [Exempting.Project], Sample.Today)
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", Exempting.File(Exempting.Valid.Replace("acme-api", "acme-code", StringComparison.Ordinal)))],
        });

        Assert.Equal("", Exempting.About(result));
    }

    [Fact]
    public void A_check_of_shared_files_speaks_only_of_what_stands_in_those()
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [], Sample.Today)
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", Exempting.File(
                Exempting.Valid,
                Exempting.Valid.Replace("\"acme-api\"", "\"acme-code\", \"rule\": \"AITP1006\"", StringComparison.Ordinal)))],
            Sight = Sight.SharedFiles,
        });

        Assert.Equal(3, Assert.Single(result.Findings).Location.Line);
    }

    [Fact]
    public void A_rule_alone_covers_every_tool_and_is_called_over_wide()
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid.Replace("\"tool\": \"acme-api\"", "\"rule\": \"AITP1001\"", StringComparison.Ordinal)));

        Assert.Empty(Exempting.Counting(result));
        Assert.Equal(
            "ai-tool-exemptions.json(2,1): warning AITP2004: The exemption of AITP1001 covers every tool in every file: name the tool, the evidence or the paths that are meant.",
            Exempting.About(result));
    }

    [Fact]
    public void A_file_speaks_of_its_own_folder_and_below()
    {
        var inside = Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.0\" />", "services/a/A.csproj");
        var outside = Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.0\" />", "services/ab/B.csproj");

        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [inside, outside], Sample.Today)
        {
            ExemptionFiles = [InputFile.Of("services/a/ai-tool-exemptions.json", Exempting.File(Exempting.Valid))],
        });

        Assert.Equal("services/a/A.csproj", Assert.Single(result.Exempted).Location.Path);
        Assert.Equal("services/ab/B.csproj", Assert.Single(result.Findings).Location.Path);
    }

    [Fact]
    public void Those_that_end_first_come_first()
    {
        var result = Exempting.Check(
            Exempting.File(Exempting.Valid, Exempting.Valid.Replace("acme-api", "acme-code", StringComparison.Ordinal).Replace("2026-09-30", "2026-08-30", StringComparison.Ordinal)),
            Exempting.Project,
            InputFile.Of("z/ACME.md", "Be nice."));

        Assert.Equal(["z/ACME.md", "src/App/App.csproj"], result.Exempted.Select(finding => finding.Location.Path));
    }

    [Fact]
    public void Without_a_policy_there_is_nothing_to_exempt_and_nothing_to_say()
    {
        var result = PolicyCheck.Run(new CheckRequest(Engine.Policies.LoadedPolicy.None(Sample.Catalog), [Exempting.Project], Sample.Today)
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", "{ nonsense")],
            Sight = Sight.AllFiles,
        });

        Assert.Equal("AITP1001", Assert.Single(result.Findings).Rule.Id);
    }

    [Fact]
    public void A_pattern_that_never_ends_does_not_hold_up_the_check()
    {
        var policy = Exempting.Policy.Replace("^SEC-[0-9]+$", "^(a+)+$", StringComparison.Ordinal);

        var result = Exempting.Check(Sample.Today, policy, Exempting.File(Exempting.Valid.Replace("SEC-12", new string('a', 60) + "!", StringComparison.Ordinal)));

        Assert.Contains("could not be matched with the policy's pattern ^(a+)+$ in time", Exempting.About(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Exempting.Policy), [], Sample.Today)
        {
            ExemptionFiles = [new InputFile("ai-tool-exemptions.json", () => FileText.Failed("it is larger than 16 MiB."))],
        });

        Assert.Equal("ai-tool-exemptions.json(1,1): error AITP3001: The exemption file 'ai-tool-exemptions.json' could not be read, so it exempts nothing: it is larger than 16 MiB.", Rendered.Lines(result.Findings));
    }
}
