using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Judging;

/// <summary>The whole text of findings, as people read it.</summary>
public class MessageTests
{
    [Fact]
    public void A_direct_reference_in_force() =>
        Expect(Rule("'effective':'2026-07-01','reason':'On the list.','useInstead':['globex-kit'],'link':'https://contoso.example/ai'"), "Acme\" Version=\"1.2.3",
            "error AITP1001: Package 'Acme' 1.2.3, direct reference · Acme API (acme-api) by Acme · denied since 2026-07-01 by rule 'r' of policy 'Contoso' 7"
            + " · Reason: On the list. · Use instead: Globex Kit (globex-kit) · More: https://contoso.example/ai");

    [Fact]
    public void A_reference_whose_day_is_ahead() =>
        Expect(Rule("'effective':'2026-10-01'"), "Acme",
            "warning AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied from 2026-10-01 on (83 days left) by rule 'r' of policy 'Contoso' 7");

    [Fact]
    public void The_last_day_is_told_in_the_singular() =>
        Expect(Rule("'effective':'2026-07-11'"), "Acme",
            "warning AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied from 2026-07-11 on (1 day left) by rule 'r' of policy 'Contoso' 7");

    [Fact]
    public void A_sign_that_is_known_less_well() =>
        Expect(Rule("'exemptable':true"), "Acme.Weak",
            "warning AITP1001: Package 'Acme.Weak', direct reference · Acme API (acme-api) by Acme · denied by rule 'r' of policy 'Contoso' 7"
            + " · the sign is known with medium confidence only, hence a warning");

    [Fact]
    public void A_rule_without_an_id_is_named_by_its_line() =>
        Expect("{ \"rules\": [\n  { \"tools\": [\"*\"], \"action\": \"notice\" } ] }", "Acme",
            "notice AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · noted by policy ai-tool-policy.json, line 2");

    [Fact]
    public void The_default() =>
        Expect("{ \"name\": \"Contoso\", \"default\": \"deny\" }", "Acme",
            "error AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied by the default of policy 'Contoso', no rule speaks of it");

    [Fact]
    public void Something_in_no_catalog() =>
        Expect("{ \"name\": \"Contoso\", \"default\": \"allow\", \"unknown\": \"deny\" }", "Contoso.Copilot",
            "error AITP1020: Package 'Contoso.Copilot', direct reference · looks like an AI tool, but is in no catalog · denied by 'unknown' of policy 'Contoso'");

    [Fact]
    public void A_file_that_proves_no_single_tool() =>
        Assert.Equal(
            "docs/AGENTS.md(1,1): warning AITP1006: Instruction file 'docs/AGENTS.md' · read by several AI tools, proof of none · warned about by 'generic' of policy 'Contoso'",
            Sample.Findings("{ \"name\": \"Contoso\", \"default\": \"deny\", \"generic\": \"warn\" }", InputFile.Of("docs/AGENTS.md", "")));

    [Fact]
    public void An_inventory_lists_everything_and_fails_nothing() =>
        Assert.Equal(
            """
            .acme/settings.json(1,1): notice AITP1006: Settings file '.acme/settings.json' · Acme Code (acme-code) by Acme · no policy, inventory only
            AGENTS.md(1,1): notice AITP1006: Instruction file 'AGENTS.md' · read by several AI tools, proof of none · no policy, inventory only
            src/App/App.csproj(3,5): notice AITP1001: Package 'Acme' 1.0, direct reference · Acme API (acme-api) by Acme · no policy, inventory only
            src/App/App.csproj(3,55): notice AITP1020: Package 'My.Copilot', direct reference · looks like an AI tool, but is in no catalog · no policy, inventory only
            """,
            Rendered.Lines(Sample.Check(null,
                Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.0\" /> <PackageReference Include=\"My.Copilot\" />"),
                InputFile.Of("AGENTS.md", ""),
                InputFile.Of(".acme/settings.json", "{}")).Findings));

    [Fact]
    public void Names_of_an_own_catalog_are_made_safe() =>
        Expect("""
            { "name": "a\u001b", "version": "\n::x", "rules": [ { "id": "##vso[", "tools": ["x"], "action": "deny", "reason": "\u202e!", "useInstead": ["x"] } ],
              "catalog": [ { "vendor": { "id": "v", "name": "V\n##[error]" }, "tools": [ { "id": "x", "name": "\u001b[2J", "category": "ide",
                "signatures": [ { "kind": "nuget", "value": "X" } ] } ] } ] }
            """, "X",
            """error AITP1001: Package 'X', direct reference · \u{001B}[2J (x) by V\u{000A}# #[error] · denied by rule '# #vso[' of policy 'a\u{001B}' \u{000A}::x · Reason: \u{202E}! · Use instead: \u{001B}[2J (x)""");

    [Fact]
    public void A_finding_carries_its_subject_its_policy_line_and_its_help()
    {
        var finding = Assert.Single(Sample.Check(Rule("'link':'https://contoso.example/ai'"), Sample.Project("<PackageReference Include=\"acme\" Version=\"1.0\" />")).Findings);

        Assert.Equal("FindingSubject { Tool = acme-api, Vendor = acme, Surface = package, Strength = dependency, Seen = acme, Version = 1.0 }", finding.Subject!.ToString());
        Assert.Equal("ai-tool-policy.json(1,49) the policy says so here", string.Join(" ", finding.Related.Select(r => $"{r.Location} {r.Description}")));
        Assert.Equal("https://contoso.example/ai", finding.HelpLink);
        Assert.Equal("AITP1001|acme-api|package|acme|src/App/App.csproj", finding.Fingerprint);
    }

    private static string Rule(string more) =>
        $"{{ \"name\": \"Contoso\", \"version\": \"7\", \"rules\": [ {{ \"id\": \"r\", \"tools\": [\"acme-api\"], \"action\": \"deny\", {more.Replace('\'', '"')} }} ] }}";

    private static void Expect(string policy, string package, string expected) =>
        Assert.Equal("src/App/App.csproj(3,5): " + expected, Sample.Findings(policy, Sample.Project($"<PackageReference Include=\"{package}\" />")));
}
