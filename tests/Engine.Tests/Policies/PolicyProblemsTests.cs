using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Policies;

public class PolicyProblemsTests
{
    [Fact]
    public void All_problems_are_reported_at_once_each_at_its_line() =>
        Expect("""
            {
              "nmae": "Contoso",
              "version": 7,
              "defualt": "deny",
              "unknown": "denny",
              "locked": "yes",
              "rules": [
                { "id": "a", "tools": ["acme-cod", "vendor:gloxeb", "acme", "category:ide", "jurisdiction:USA", "vender:acme", "globex-kit"],
                  "action": "dney", "effective": "10.07.2026", "before": "wran" },
                { "id": "a", "tools": "acme-code", "action": "deny", "efective": "2026-07-10", "surfaces": ["packages", 1], "strength": "strong" },
                { "tools": [], "transitive": { "since": "2026-01-01" }, "exemptable": 1, "useInstead": ["acme-apo"], "link": "intranet" },
                [ "acme-code" ],
                { "tools": ["*"], "action": "deny", "before": "warn", "versions": "two", "surfaces": [], "paths": [] },
              ],
              "exemptions": { "maxDays": -1, "noticeDays": 1.5, "require": ["reason"], "ticketPattern": "(" , "days": 1 },
              "catalog": [ { "tools": [] }, { "vendor": { "id": "v" }, "tools": [ { "id": "t", "category": "c", "signatures": [ { "kind": "nugget", "value": "x" } ] } ] } ],
              "rules": []
            }
            """,
            """
            (2,3): Unknown key 'nmae'. Did you mean 'name'? Valid keys: name, version, contact, extends, default, unknown, generic, hiddenCharacters, weakening, rules, exemptions, catalog, locked.
            (3,14): 'version' must be a string, found a number.
            (4,3): Unknown key 'defualt'. Did you mean 'default'? Valid keys: name, version, contact, extends, default, unknown, generic, hiddenCharacters, weakening, rules, exemptions, catalog, locked.
            (5,14): 'denny' is no value of 'unknown'. Did you mean 'deny'? Valid values: ignore, allow, notice, warn, deny.
            (6,13): 'locked' must be true or false, found a string.
            (8,28): No tool 'acme-cod' is in the catalog. Did you mean 'acme-code'?
            (8,40): No vendor 'gloxeb' is in the catalog. Did you mean 'globex'?
            (8,57): No tool 'acme' is in the catalog. Did you mean 'vendor:acme'?
            (8,65): No category 'ide' is in the catalog. Valid categories: agent-cli, ai-framework, c, llm-api.
            (8,81): 'USA' is no country: write its two letters as in ISO 3166, for instance 'jurisdiction:US'.
            (8,101): 'vender:acme' selects nothing. Did you mean 'vendor:'? Write a tool id, *, or one of vendor:, model-vendor:, category:, jurisdiction:, mcp: and a name.
            (9,17): 'dney' is no value of 'action'. Did you mean 'deny'? Valid values: allow, notice, warn, deny.
            (9,38): '10.07.2026' is no date: write the UTC day as yyyy-MM-dd. Until it is mended the rule counts as in force.
            (9,62): 'wran' is no value of 'before'. Did you mean 'warn'? Valid values: allow, notice, warn, deny.
            (10,13): The rule id 'a' is used a second time; the first is on line 8.
            (10,27): 'tools' must be an array of strings, found a string.
            (10,58): Unknown key 'efective'. Did you mean 'effective'? Valid keys: id, tools, except, action, effective, before, versions, surfaces, strength, transitive, allowedThrough, paths, reason, useInstead, link, exemptable.
            (10,97): 'packages' is no value of 'surfaces'. Did you mean 'package'? Valid values: package, assembly, manifest, pipeline, extension, agent-file, mcp-server, setting, source, runtime, machine.
            (10,109): Every entry of 'surfaces' must be a string, found a number.
            (10,125): 'strong' is no value of 'strength'. Valid values: mention, instructions, configured, installed, dependency.
            (11,5): The rule has no 'action': one of allow, notice, warn, deny.
            (11,5): The rule speaks of nobody: 'tools' needs at least one tool id, vendor:, model-vendor:, category:, jurisdiction: or *.
            (11,34): The key 'effective' is missing.
            (11,36): Unknown key 'since'. Valid keys: effective.
            (11,75): 'exemptable' must be true or false, found a number.
            (11,93): No tool 'acme-apo' is in the catalog. Did you mean 'acme-api'?
            (11,114): 'intranet' is no http or https address.
            (12,5): Every entry of 'rules' must be an object, found an array.
            (13,51): 'before' says what holds until the rule's date, but the rule has no 'effective'.
            (13,71): 'two' is no version range of NuGet (for instance "[2.1.91,)") or npm (for instance ">=2.1.91").
            (13,90): 'surfaces' is empty: name at least one, or leave it out to hold everywhere. Until it is mended the rule holds everywhere.
            (13,103): 'paths' is empty: name at least one, or leave it out to hold everywhere. Until it is mended the rule holds everywhere.
            (15,30): 'maxDays' must be a whole number from 0 to 2147483647, found -1.
            (15,48): 'noticeDays' must be a whole number from 0 to 2147483647, found 1.5.
            (15,65): 'reason' is no value of 'require'. Valid values: justification, owner, expires, ticket, approvedBy.
            (15,93): '(' is no regular expression.
            (15,99): Unknown key 'days'. Valid keys: maxDays, require, minJustification, ticketPattern, noticeDays, approvers.
            (16,27): The key 'vendor' is missing: tools need a vendor with an id.
            (16,127): 'nugget' is no value of 'kind'. Did you mean 'nuget'? Valid values: nuget, npm, pypi, go, cargo, maven, homebrew, winget, chocolatey, scoop, command, vscode-extension, visual-studio-extension, visual-studio-component, jetbrains-plugin, github-action, azure-task, devcontainer-feature, docker-image, path, env, host, model, configuration-key, editor-setting, namespace, assembly, package-author, msbuild-property, mcp-server, repository, public-key-token, extension-folder, plugin-folder, package-type, package-tag, package-text, resource-type.
            (17,3): The key 'rules' stands here a second time; the first is on line 7.
            """);

    [Fact]
    public void A_wrong_type_is_told_for_every_key()
    {
        var keys = PolicyReader.PolicyKeys.Where(key => key != "$schema").ToList();
        var rules = PolicyReader.RuleKeys.Where(key => key is not "tools" and not "action").ToList();
        var exemptions = PolicyReader.ExemptionKeys;
        var text = "{ \"$schema\": null," + Numbers(keys) + "}";
        var ruleText = "{ \"rules\": [ { \"tools\": 1, \"action\": 1," + Numbers(rules) + "} ], \"exemptions\": {" + Numbers(exemptions, "true") + "} }";

        Assert.Equal(keys, NamesOf(text).Distinct());
        Assert.Equal(["tools", "action", .. rules, .. exemptions], NamesOf(ruleText).Distinct());
    }

    [Fact]
    public void What_is_right_around_a_mistake_still_counts()
    {
        var result = Sample.Check("""
            { "rules": [ { "tools": ["acme-apo", "acme-api"], "except": ["acme-cod"], "action": "deny", "effective": "tomorrow",
                           "surfaces": ["packages"], "paths": [7], "strength": "strong", "versions": "?" } ] }
            """, Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.0\" />"));

        Assert.Equal(
            "src/App/App.csproj(3,5): error AITP1001: Package 'Acme' 1.0, direct reference · Acme API (acme-api) by Acme · denied by policy ai-tool-policy.json, line 1",
            Rendered.Lines(result.Findings.Where(f => f.Rule.Id == "AITP1001")));
    }

    [Fact]
    public void A_mistake_is_made_safe_to_print() =>
        Expect(
            "{ \"default\": \"##vso[x]\", \"\\u001b[2J\": 1, \"rules\": [ { \"tools\": [\"::x\\u202e\"], \"action\": \"deny\" } ] }",
            """
            (1,14): '# #vso[x]' is no value of 'default'. Valid values: allow, notice, warn, deny.
            (1,26): Unknown key '\u{001B}[2J'. Valid keys: name, version, contact, extends, default, unknown, generic, hiddenCharacters, weakening, rules, exemptions, catalog, locked.
            (1,65): ': :x\u{202E}' selects nothing. Write a tool id, *, or one of vendor:, model-vendor:, category:, jurisdiction:, mcp: and a name.
            """);

    private static string Numbers(IEnumerable<string> keys, string value = "7") => string.Join(",", keys.Select(key => $"\"{key}\": {value}"));

    private static IEnumerable<string> NamesOf(string text) =>
        Sample.Policy(text).Findings.Where(f => f.Message.Contains(" must be ", StringComparison.Ordinal)).Select(f => f.Message.Split('\'')[1]);

    private static void Expect(string text, string expected) => Assert.Equal(
        expected,
        Rendered.Lines(Sample.Policy(text).Findings).Replace("ai-tool-policy.json(", "(", StringComparison.Ordinal).Replace("): error AITP3001: ", "): ", StringComparison.Ordinal));
}
