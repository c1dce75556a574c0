using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Policies;

/// <summary>
/// Every field of a policy, omitted, null, empty, weaker, equal and stricter in a lower layer: no relaxation takes effect, and each attempt is told.
/// Each case also runs with a silent layer between the two, and with a silent sibling before and behind the upper one.
/// </summary>
public class MergeTests
{
    private const string Deny = """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny" } ] """;

    private const string Dated = """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "effective": "2026-09-01", "transitive": { "effective": "2026-10-01" } } ] """;

    private const string Vendor = """ "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" } ] """;

    // What the upper layer says, what the lower one says, what holds for a direct reference to Acme in src/App, and the keys that are told.
    public static TheoryData<string, string, string, string> Rules => new()
    {
        // Omitted, null and empty.
        { Deny, "", "Error", "" },
        { Deny, """ "rules": [] """, "Error", "" },
        { Deny, """ "rules": null """, "Error", "!" },
        { Deny, """ "rules": [ { "id": "r", "tools": [], "action": "allow" } ] """, "Error", "!" },
        { Deny, """ "rules": [ { "id": "r", "tools": null, "action": "allow" } ] """, "Error", "!" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": null } ] """, "Error", "!" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"] } ] """, "Error", "!" },
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "paths": [] } ] """, "Error", "!" },

        // Weaker, equal and stricter actions, by the same and by closer and looser selectors.
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "notice" } ] """, "Error", "action" },
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "warn" } ] """, "Error", "action" },
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "deny" } ] """, "Error", "" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny" } ] """, "Error", "" },
        { Vendor, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { Vendor, """ "rules": [ { "tools": ["model-vendor:acme"], "action": "allow" } ] """, "Error", "action" },
        { Vendor, """ "rules": [ { "tools": ["category:llm-api"], "action": "allow" } ] """, "Error", "" },
        { Vendor, """ "rules": [ { "tools": ["*"], "action": "allow" } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["category:llm-api"], "action": "deny" } ] """, """ "rules": [ { "tools": ["vendor:acme"], "action": "warn" } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["jurisdiction:US"], "action": "deny" } ] """, """ "rules": [ { "tools": ["category:llm-api"], "action": "notice" } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["*"], "action": "deny" } ] """, """ "rules": [ { "tools": ["jurisdiction:US"], "action": "allow" } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["*"], "action": "deny" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { """ "default": "deny" """, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { """ "default": "deny" """, """ "rules": [ { "tools": ["*"], "action": "notice" } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "notice" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "deny" } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, """ "rules": [ { "tools": ["vendor:acme"], "action": "deny" } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["vendor:acme"], "action": "deny" }, { "tools": ["acme-api"], "action": "allow" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "", "" },
        { """ "rules": [ { "tools": ["vendor:acme"], "action": "deny" }, { "tools": ["acme-api"], "action": "allow" } ] """, """ "rules": [ { "tools": ["vendor:acme"], "action": "warn" } ] """, "Warning", "action" },
        { """ "rules": [ { "tools": ["vendor:globex"], "action": "deny" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "", "" },

        // Dates.
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2027-01-01" } ] """, "Warning", "effective" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2026-09-01" } ] """, "Warning", "" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2026-07-10" } ] """, "Error", "" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny" } ] """, "Error", "" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2026-09-01", "before": "allow" } ] """, "Warning", "before" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2026-09-01", "transitive": { "effective": "2030-01-01" } } ] """, "Warning", "transitive" },
        { Dated, """ "rules": [ { "tools": ["acme-api"], "action": "warn" } ] """, "Warning", "action" },
        { Dated, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "effective": null } ] """, "Error", "!" },
        { Dated, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "effective": "soon" } ] """, "Error", "!" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "effective": "2027-01-01" } ] """, "Error", "effective" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "effective": "9999-12-31", "before": "allow" } ] """, "Error", "effective" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "warn" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "effective": "2027-01-01" } ] """, "Warning", "" },

        // Where a rule holds.
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "paths": ["src/**"] } ] """, "Error", "action" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "paths": ["docs/**"] } ] """, "Error", "paths" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "surfaces": ["source"] } ] """, "Error", "surfaces" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "versions": "[99.0,)" } ] """, "Error", "versions" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "strength": "dependency" } ] """, "Error", "strength" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-code"], "action": "deny" } ] """, "Error", "tools" },
        { Vendor, """ "rules": [ { "id": "r", "tools": ["vendor:acme"], "except": ["acme-api"], "action": "deny" } ] """, "Error", "except" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "paths": ["src/**"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "paths": ["docs/**"] } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "paths": ["src/**"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "paths": ["**/App/*"] } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "paths": ["src/**"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow" } ] """, "Error", "action" },
        { """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "paths": ["src/**"] } ] """, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "paths": ["**"] } ] """, "Error", "" },
        { """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "paths": ["src/**"] } ] """, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "paths": ["src/Lib/**"] } ] """, "Error", "paths" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "surfaces": ["package"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "surfaces": ["source", "setting"] } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "surfaces": ["package"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "surfaces": ["package", "setting"] } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "versions": "[1.0,2.0)" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "versions": "[2.0,3.0)" } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "versions": "[1.0,2.0)" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "versions": "(1.0,)" } ] """, "Error", "action" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "versions": "[1.0,2.0)" } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "allow", "versions": "[1.5,1.5]" } ] """, "Error", "action" },

        // Ways in, and exemptions.
        { Deny, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": ["Gateway"] } ] """, "Error", "allowedThrough" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": ["Gateway"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": ["gateway"] } ] """, "Error", "" },
        { """ "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": ["Gateway"] } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": [] } ] """, "Error", "" },
        { """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "exemptable": false } ] """, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "exemptable": true } ] """, "Error", "exemptable" },
        { """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "exemptable": false } ] """, """ "rules": [ { "tools": ["acme-api"], "action": "deny", "exemptable": true } ] """, "Error", "exemptable" },
        { """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "exemptable": false } ] """, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny" } ] """, "Error", "" },
        { Deny, """ "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "exemptable": false } ] """, "Error", "" },
    };

    public static TheoryData<string, string, string, string> Settings => new()
    {
        { """ "default": "deny" """, "", "Deny", "" },
        { """ "default": "deny" """, """ "default": null """, "Deny", "!" },
        { """ "default": "deny" """, """ "default": "" """, "Deny", "!" },
        { """ "default": "deny" """, """ "default": "allow" """, "Deny", "default" },
        { """ "default": "deny" """, """ "default": "warn" """, "Deny", "default" },
        { """ "default": "deny" """, """ "default": "deny" """, "Deny", "" },
        { """ "default": "notice" """, """ "default": "deny" """, "Deny", "" },
        { """ "default": "allow" """, "", "Allow", "" },
        { "", """ "default": "allow" """, "Allow", "" },
        { """ "locked": true """, """ "locked": false """, "locked", "locked" },
        { """ "locked": true """, "", "locked", "" },
        { """ "locked": true """, """ "locked": null """, "locked", "!" },
        { """ "locked": true """, """ "locked": true """, "locked", "" },
        { """ "locked": false """, """ "locked": true """, "locked", "" },
        { """ "exemptions": { "maxDays": 90 } """, """ "exemptions": { "maxDays": 91 } """, "90 justification,owner,expires 20 14  ", "maxDays" },
        { """ "exemptions": { "maxDays": 90 } """, """ "exemptions": { "maxDays": null } """, "90 justification,owner,expires 20 14  ", "!" },
        { """ "exemptions": { "maxDays": 90 } """, """ "exemptions": {} """, "90 justification,owner,expires 20 14  ", "" },
        { """ "exemptions": { "maxDays": 90 } """, """ "exemptions": { "maxDays": 30 } """, "30 justification,owner,expires 20 14  ", "" },
        { "", """ "exemptions": { "maxDays": 30 } """, "30 justification,owner,expires 20 14  ", "" },
        { """ "exemptions": { "require": ["owner", "ticket"] } """, """ "exemptions": { "require": [] } """, " owner,ticket 20 14  ", "require" },
        { """ "exemptions": { "require": ["owner", "ticket"] } """, """ "exemptions": { "require": ["owner"] } """, " owner,ticket 20 14  ", "require" },
        { """ "exemptions": { "require": ["owner", "ticket"] } """, """ "exemptions": { "require": null } """, " owner,ticket 20 14  ", "!" },
        { """ "exemptions": { "require": ["owner", "ticket"] } """, "", " owner,ticket 20 14  ", "" },
        { """ "exemptions": { "require": ["owner", "ticket"] } """, """ "exemptions": { "require": ["ticket", "owner", "expires"] } """, " owner,ticket,expires 20 14  ", "" },
        { "", """ "exemptions": { "require": [] } """, " justification,owner,expires 20 14  ", "require" },
        { """ "exemptions": { "minJustification": 40 } """, """ "exemptions": { "minJustification": 0 } """, " justification,owner,expires 40 14  ", "minJustification" },
        { """ "exemptions": { "minJustification": 40 } """, """ "exemptions": { "minJustification": 60 } """, " justification,owner,expires 60 14  ", "" },
        { "", """ "exemptions": { "minJustification": 5 } """, " justification,owner,expires 20 14  ", "minJustification" },
        { """ "exemptions": { "minJustification": 5 } """, "", " justification,owner,expires 5 14  ", "" },
        { """ "exemptions": { "noticeDays": 30 } """, """ "exemptions": { "noticeDays": 0 } """, " justification,owner,expires 20 30  ", "noticeDays" },
        { """ "exemptions": { "ticketPattern": "^SEC-[0-9]+$" } """, """ "exemptions": { "ticketPattern": ".*" } """, " justification,owner,expires 20 14 ^SEC-[0-9]+$&.* ", "ticketPattern" },
        { """ "exemptions": { "ticketPattern": "^SEC-[0-9]+$" } """, """ "exemptions": { "ticketPattern": "^SEC-[0-9]+$" } """, " justification,owner,expires 20 14 ^SEC-[0-9]+$ ", "" },
        { """ "exemptions": { "ticketPattern": "^SEC-[0-9]+$" } """, "", " justification,owner,expires 20 14 ^SEC-[0-9]+$ ", "" },
        { """ "exemptions": { "approvers": ["a@x", "b@x"] } """, """ "exemptions": { "approvers": ["a@x", "me@x"] } """, " justification,owner,expires 20 14  a@x", "approvers" },
        { """ "exemptions": { "approvers": ["a@x", "b@x"] } """, """ "exemptions": { "approvers": ["me@x"] } """, " justification,owner,expires 20 14  nobody", "approvers" },
        { """ "exemptions": { "approvers": ["a@x", "b@x"] } """, """ "exemptions": { "approvers": [] } """, " justification,owner,expires 20 14  a@x,b@x", "" },
        { """ "exemptions": { "approvers": ["a@x", "b@x"] } """, """ "exemptions": { "approvers": ["B@x"] } """, " justification,owner,expires 20 14  b@x", "" },
        { "", """ "exemptions": { "approvers": ["me@x"] } """, " justification,owner,expires 20 14  me@x", "" },
    };

    public static TheoryData<string, string, string> Words => new() { { "unknown", "allow", "deny" }, { "generic", "notice", "warn" }, { "hiddenCharacters", "allow", "warn" }, { "weakening", "notice", "deny" } };

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_rule_of_a_lower_layer_relaxes_one_above_it(string high, string low, string severity, string told)
    {
        foreach (var loaded in Arrangements(high, low))
        {
            Assert.Equal(told, Told(loaded));
            var result = PolicyCheck.Run(new CheckRequest(loaded, [Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.5.0\" />")], Sample.Today) { ReportPolicyProblems = false });
            Assert.Equal(severity, string.Join(" ", result.Findings.Select(finding => finding.Severity)));
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void No_setting_of_a_lower_layer_relaxes_one_above_it(string high, string low, string holds, string told)
    {
        foreach (var loaded in Arrangements(high, low))
        {
            Assert.Equal(told, Told(loaded));
            var policy = loaded.Policy!;
            Assert.Equal(holds, policy.Locked ? "locked" : Enum.TryParse<PolicyAction>(holds, out _) ? policy.Default.Action.ToString() : Describe(policy.Exemptions));
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void No_word_of_a_lower_layer_relaxes_one_above_it(string key, string weak, string strict)
    {
        Assert.Equal(strict, Decided(key, $"\"{key}\": \"{strict}\"", $"\"{key}\": \"{weak}\"", key));
        Assert.Equal(strict, Decided(key, $"\"{key}\": \"{strict}\"", "", ""));
        Assert.Equal(strict, Decided(key, $"\"{key}\": \"{strict}\"", $"\"{key}\": null", "!"));
        Assert.Equal(strict, Decided(key, $"\"{key}\": \"{strict}\"", $"\"{key}\": \"{strict}\"", ""));
        Assert.Equal(strict, Decided(key, $"\"{key}\": \"{weak}\"", $"\"{key}\": \"{strict}\"", ""));
        Assert.Equal(weak, Decided(key, "", $"\"{key}\": \"{weak}\"", ""));
    }

    [Fact]
    public void An_attempt_is_told_at_its_line_with_the_line_above()
    {
        var loaded = new LayerSample(
            ("repo.json", """
                { "extends": "org.json",
                  "default": "allow",
                  "rules": [
                    { "tools": ["acme-api"],
                      "action": "warn" } ] }
                """),
            ("org.json", """
                { "name": "Org",
                  "default": "notice",
                  "rules": [
                    { "id": "r", "tools": ["vendor:acme"], "action": "deny", "effective": "2026-07-01" } ] }
                """)).Load();

        Assert.Equal(
            """
            repo.json(2,14): error AITP3003: 'default' is allow here and notice in policy 'Org' above it: notice holds.
            repo.json(5,17): error AITP3003: 'action' says warn of acme-api, and rule 'r' of policy 'Org' above it says deny from 2026-07-01 on and warn until then: that holds.
            """, Rendered.Lines(loaded.Findings));
        Assert.Equal("org.json(2,14) org.json(4,5)", string.Join(" ", loaded.Findings.Select(finding => finding.Related[0].Location)));
    }

    [Fact]
    public void A_finding_names_the_line_of_the_layer_that_decided()
    {
        var loaded = new LayerSample(
            ("repo.json", """{ "name": "Repo", "extends": "org.json", "rules": [ { "tools": ["globex-kit"], "action": "deny", "reason": "Ours." } ] }"""),
            ("org.json", """{ "name": "Org", "rules": [ { "id": "r", "tools": ["acme-api"], "action": "deny", "reason": "Theirs." } ] }""")).Load();
        var findings = PolicyCheck.Run(new CheckRequest(loaded, [Sample.Project("<PackageReference Include=\"Acme\" /><PackageReference Include=\"Globex.Kit\" />")], Sample.Today)).Findings;

        Assert.Equal(
            """
            src/App/App.csproj(3,5): error AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied by rule 'r' of policy 'Org' · Reason: Theirs.
            src/App/App.csproj(3,40): error AITP1001: Package 'Globex.Kit', direct reference · Globex Kit (globex-kit) by Globex · denied by policy 'Repo', line 1 · Reason: Ours.
            """, Rendered.Lines(findings));
        Assert.Equal(["org.json", "repo.json"], findings.Select(finding => finding.Related[0].Location.Path));
    }

    [Fact]
    public void Layers_beside_each_other_relax_nothing_and_each_tightens()
    {
        foreach (var order in new[] { "\"a.json\", \"b.json\"", "\"b.json\", \"a.json\"" })
        {
            var loaded = new LayerSample(
                ("repo.json", $$"""{ "extends": [{{order}}] }"""),
                ("a.json", """{ "default": "warn", "rules": [ { "tools": ["acme-api"], "action": "allow" } ] }"""),
                ("b.json", """{ "default": "notice", "rules": [ { "tools": ["acme-api"], "action": "deny" } ] }""")).Load();

            Assert.Equal("", Rendered.Lines(loaded.Findings));
            Assert.Equal(PolicyAction.Warn, loaded.Policy!.Default.Action);
            Assert.Equal("acme-api:Error", string.Join(" ", Judged(loaded, "Acme")));
        }
    }

    [Fact]
    public void A_server_that_an_upper_layer_denies_is_not_let_in_below()
    {
        var loaded = new LayerSample(
            ("repo.json", """{ "extends": "org.json", "rules": [ { "tools": ["mcp:npm/@acme/server"], "action": "allow" } ] }"""),
            ("org.json", """{ "unknown": "deny", "rules": [ { "tools": ["mcp:npm/@acme/*"], "action": "deny" } ] }""")).Load();

        Assert.Equal("action", Told(loaded));
    }

    [Fact]
    public void A_way_in_that_a_lower_layer_opens_stays_shut()
    {
        var loaded = new LayerSample(
            ("repo.json", """{ "extends": "org.json", "rules": [ { "tools": ["acme-api"], "action": "deny", "allowedThrough": ["Gate"] } ] }"""),
            ("org.json", """{ "rules": [ { "tools": ["acme-api"], "action": "deny" } ] }""")).Load();
        var project = Sample.Project("<PackageReference Include=\"Gate\" />");
        var result = PolicyCheck.Run(new CheckRequest(loaded, [project, Assets.Of("Gate", "Gate/1.0.0 > Acme; Acme/2.0.0")], Sample.Today) { Sites = new ReferenceSites([project]) });

        Assert.Equal(
            """
            repo.json(1,99): error AITP3003: 'Gate' may not bring in acme-api by line 1 of policy org.json above it, and may not by this rule.
            src/App/App.csproj(3,5): error AITP1001: Package 'Acme' 2.0.0, transitive: Gate 1.0.0 → Acme 2.0.0 · Acme API (acme-api) by Acme · denied by policy org.json, line 1
            """, Rendered.Lines(result.Findings));
    }

    internal static string Told(LoadedPolicy loaded) => string.Join(" ", loaded.Findings.Select(finding =>
        finding.Rule == AiToolPolicy.Engine.Findings.Rules.PolicyInvalid ? "!" : finding.Message.StartsWith("'exemptions.", StringComparison.Ordinal) ? finding.Message[12..].Split('\'')[0]
        : finding.Message.Contains(" is no approver ", StringComparison.Ordinal) ? "approvers" : finding.Message.Contains(" may not bring in ", StringComparison.Ordinal) ? "allowedThrough"
        : finding.Message.Split('\'')[1]).Distinct());

    private static string Decided(string key, string high, string low, string told)
    {
        var all = Arrangements(high, low).Select(loaded =>
        {
            Assert.Equal(told, Told(loaded));
            var policy = loaded.Policy!;
            var decision = key switch { "unknown" => policy.Unknown, "generic" => policy.Generic, "weakening" => policy.Weakening, _ => policy.HiddenCharacters };
            return decision.Action.ToString().ToLowerInvariant();
        });
        return string.Join(" ", all.Distinct());
    }

    // The two layers alone; with a silent one between them; with a silent one beside the upper, in both orders; and the upper one reached twice.
    private static IEnumerable<LoadedPolicy> Arrangements(string high, string low)
    {
        var top = ("top.json", Object(high, high.Contains("\"default\"", StringComparison.Ordinal) ? "\"name\": \"Top\"" : "\"rules\": [ { \"tools\": [\"acme-code\"], \"action\": \"warn\" } ]"));
        foreach (var extends in new[] { "\"top.json\"", "\"between.json\"", "\"silent.json\", \"between.json\"", "\"between.json\", \"silent.json\"", "\"top.json\", \"between.json\"" })
        {
            yield return new LayerSample(("low.json", Object(low, $"\"extends\": [{extends}]")), ("between.json", """{ "extends": "top.json" }"""), top, ("silent.json", """{ "extends": "top.json", "exemptions": {} }""")).Load();
        }

        yield return new LayerSample(("low.json", Object(low, "\"name\": \"Low\"")), top).Load("top.json");
    }

    private static string Object(string members, string more) => members.Trim().Length == 0 ? $"{{ {more} }}"
        : members.Contains(more.Split(':')[0], StringComparison.Ordinal) ? $"{{ {members} }}" : $"{{ {more}, {members} }}";

    private static IEnumerable<string> Judged(LoadedPolicy loaded, string package) =>
        PolicyCheck.Run(new CheckRequest(loaded, [Sample.Project($"<PackageReference Include=\"{package}\" />")], Sample.Today))
            .Findings.Select(finding => $"{finding.Subject!.Tool}:{finding.Severity}");

    private static string Describe(ExemptionRules rules) =>
        $"{rules.MaxDays} {string.Join(",", rules.Require)} {rules.MinJustification} {rules.NoticeDays} {string.Join("&", rules.TicketPatterns)} {(rules.Approvers is { Count: 0 } ? "nobody" : string.Join(",", rules.Approvers ?? []))}";
}
