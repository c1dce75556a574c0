using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Policies;

public class PolicyFileTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var loaded = Sample.Policy("""
            {
              // Everything a policy can say, but its layers.
              "$schema": "./schema.json", "name": "Contoso", "version": "2026.7", "contact": "ai@contoso.example",
              "default": "allow", "unknown": "warn", "generic": "deny", "hiddenCharacters": "notice",
              "rules": [
                { "id": "r1", "tools": ["acme-code", "vendor:globex", "model-vendor:acme", "category:llm-api", "jurisdiction:de", "*"],
                  "except": ["globex-kit"], "action": "deny", "effective": "2026-07-10", "before": "notice", "versions": "[1.0,2.0)",
                  "surfaces": ["package", "agent-file"], "strength": "configured", "transitive": { "effective": "2026-10-01" },
                  "allowedThrough": ["Contoso.Gateway"], "paths": ["src/**"], "reason": "Because.", "useInstead": ["globex-kit"],
                  "link": "https://contoso.example/ai", "exemptable": false, },
              ],
              "exemptions": { "maxDays": 90, "require": ["owner", "ticket"], "minJustification": 5, "ticketPattern": "^SEC-[0-9]+$",
                              "noticeDays": 7, "approvers": ["boss@contoso.example"] },
              "catalog": [ { "vendor": { "id": "own" }, "tools": [ { "id": "own-tool", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Own" } ] } ] } ],
              "locked": true
            }
            """);
        var policy = loaded.Policy!;
        var rule = Assert.Single(policy.Rules);

        Assert.Empty(loaded.Findings);
        Assert.Equal("policy 'Contoso' 2026.7", policy.Title);
        Assert.Equal("ai@contoso.example", policy.Contact);
        Assert.Equal("Allow(4,14) Warn(4,34) Deny(4,53) Notice(4,81)", string.Join(" ",
            new[] { policy.Default, policy.Unknown, policy.Generic, policy.HiddenCharacters }.Select(d => $"{d.Action}({d.Location!.Line},{d.Location.Column})")));
        Assert.Equal("Tool Vendor Vendor Category Jurisdiction Everything", string.Join(" ", rule.Selectors.Select(s => s.Specificity)));
        Assert.Equal("r1 Deny 2026-07-10 Notice 2026-10-01 [1.0,2.0) Configured Because. False",
            $"{rule.Id} {rule.Action} {rule.Effective} {rule.Before} {rule.TransitiveEffective} {rule.Versions} {rule.Strength} {rule.Reason} {rule.Exemptable}");
        Assert.Equal("Package AgentFile | Contoso.Gateway | src/** | Globex Kit (globex-kit) | https://contoso.example/ai | 1",
            $"{string.Join(" ", rule.Surfaces!)} | {string.Join(" ", rule.AllowedThrough)} | {string.Join(" ", rule.Paths!)} | {string.Join(" ", rule.UseInstead)} | {rule.Link} | {rule.Except.Count}");
        Assert.Equal("90 owner,ticket 5 ^SEC-[0-9]+$ 7 boss@contoso.example",
            $"{policy.Exemptions.MaxDays} {string.Join(",", policy.Exemptions.Require)} {policy.Exemptions.MinJustification} {string.Join("&", policy.Exemptions.TicketPatterns)} {policy.Exemptions.NoticeDays} {string.Join(" ", policy.Exemptions.Approvers!)}");
        Assert.Equal("own", loaded.Catalog.Tool("own-tool")!.Vendor.Name);
        Assert.True(policy.Locked);
        Assert.Equal("ai-tool-policy.json(6,5)", rule.Location.ToString());
    }

    [Fact]
    public void What_is_left_out_has_its_documented_meaning()
    {
        var policy = Sample.Policy("""{ "rules": [ { "tools": ["*"], "action": "deny" }, { "tools": ["*"], "action": "warn" }, { "tools": ["*"], "action": "allow" } ] }""").Policy!;

        Assert.Equal("Notice Notice Notice Warn", $"{policy.Default.Action} {policy.Unknown.Action} {policy.Generic.Action} {policy.HiddenCharacters.Action}");
        Assert.Equal("Warn,Notice,", string.Join(",", policy.Rules.Select(r => r.Before)));
        Assert.All(policy.Rules, r => Assert.True(r.Surfaces is null && r.Paths is null && r.Versions is null && r.Exemptable && r.Strength == Engine.Catalog.Strength.Instructions));
        Assert.Equal("justification owner expires", string.Join(" ", policy.Exemptions.Require));
        Assert.Equal("policy ai-tool-policy.json", policy.Title);
        Assert.False(policy.Locked);
    }

    [Fact]
    public void Ignore_is_another_word_for_allowing_the_unknown()
    {
        var loaded = Sample.Policy("""{ "default": "notice", "unknown": "ignore" }""");

        Assert.Empty(loaded.Findings);
        Assert.Equal(PolicyAction.Allow, loaded.Policy!.Unknown.Action);
        Expect("""{ "default": "ignore" }""", "(1,14): 'ignore' is no value of 'default'. Valid values: allow, notice, warn, deny.");
    }

    [Theory]
    [InlineData("", "(1,1): The policy file is empty.")]
    [InlineData(" \n\t\n", "(1,1): The policy file is empty.")]
    [InlineData("// nothing\n/* yet */", "(2,10): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found the end of the file.")]
    [InlineData("[]", "(1,1): A policy is a JSON object, found an array.")]
    [InlineData("\n null", "(2,2): A policy is a JSON object, found null.")]
    [InlineData("{ \"default\": \"deny\"", "(1,20): Expected ',' or '}', found the end of the file.")]
    [InlineData("default: deny", "(1,1): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found 'd'.")]
    public void A_file_that_is_no_policy_is_an_error_and_no_inventory(string text, string expected)
    {
        Expect(text, expected);
        var result = Sample.Check(text, Sample.Project("<PackageReference Include=\"Acme\" />"));
        Assert.Equal("AITP3001", Assert.Single(result.Findings).Rule.Id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"name\": \"Contoso\" }")]
    [InlineData("{ \"rules\": [] }")]
    public void A_policy_that_decides_nothing_says_so(string text) =>
        Expect(text, "(1,1): The policy decides nothing: it has neither a rule in 'rules' nor a 'default'.");

    [Fact]
    public void A_policy_that_was_named_and_is_missing_is_an_error_of_its_own()
    {
        var finding = PolicyFile.Missing("org/ai\u001b.json", "there is no such file");

        Assert.Equal("error AITP3002: The policy 'org/ai\\u{001B}.json' was named but there is no such file.", Rendered.Lines([finding]).Split(": ", 2)[1]);
    }

    [Fact]
    public void Own_tools_count_like_those_of_the_catalog()
    {
        const string policy = """
            { "rules": [ { "tools": ["initech-bot", "vendor:initech"], "action": "deny" } ],
              "catalog": [ { "vendor": { "id": "initech", "name": "Initech" }, "tools": [
                { "id": "initech-bot", "name": "Bot", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Initech.Bot" } ] } ] } ] }
            """;

        Assert.Contains("Bot (initech-bot) by Initech", Sample.Findings(policy, Sample.Project("<PackageReference Include=\"Initech.Bot\" />")), StringComparison.Ordinal);
    }

    private static void Expect(string text, string expected) =>
        Assert.Equal("ai-tool-policy.json" + expected.Replace("): ", "): error AITP3001: ", StringComparison.Ordinal), Rendered.Lines(Sample.Policy(text).Findings));
}
