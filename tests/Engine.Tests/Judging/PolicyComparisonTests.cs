using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Judging;

public class PolicyComparisonTests
{
    private const string Base = """{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" } ] }""";

    [Theory]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "other", "tools": ["acme-code", "acme-api"], "action": "deny" } ] }""", "")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "warn" } ] }""", "- acme-api, acme-code: deny → warn (rule 'r' → rule 'r')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "except": ["acme-code"], "action": "deny" } ] }""", "- acme-code: deny → notice (rule 'r' → 'default')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" }, { "tools": ["acme-api"], "action": "allow" } ] }""", "- acme-api: deny → allow (rule 'r' → line 1)")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny", "effective": "2027-01-01" } ] }""", "- acme-api, acme-code: deny → warn before 2027-01-01 (rule 'r' → rule 'r')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny", "paths": ["src/**"] } ] }""", "- acme-api, acme-code: deny → notice (rule 'r' → 'default')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny", "surfaces": ["package"] } ] }""", "- acme-api, acme-code: deny → notice, as agent-file (rule 'r' → 'default')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny", "allowedThrough": ["Gate"] } ] }""", "- acme-api, acme-code: deny → allow, through Gate (rule 'r' → rule 'r')")]
    [InlineData("""{ "default": "warn", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" } ] }""", "+ 'default': notice → warn")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny", "exemptable": false } ] }""", "+ acme-api, acme-code: no exemption is accepted any more (rule 'r' → rule 'r')")]
    [InlineData("""{ "default": "notice", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" }, { "tools": ["globex-kit"], "action": "deny" } ] }""", "+ globex-kit: notice → deny ('default' → line 1)")]
    [InlineData("""{ "default": "notice", "unknown": "deny", "rules": [ { "id": "r", "tools": ["vendor:acme"], "action": "deny" } ], "exemptions": { "maxDays": 30, "approvers": ["a@x"] } }""", "+ 'exemptions.approvers': one of a@x must approve | + 'exemptions.maxDays': no limit → 30 | + 'unknown': notice → deny")]
    public void Every_loosening_and_tightening_is_told_in_words(string fresh, string expected)
    {
        Assert.Equal(expected, Changes(Base, fresh));
        Assert.Equal(expected.Length == 0, Changes(fresh, Base).Length == 0);
    }

    [Fact]
    public void The_way_back_of_a_loosening_is_a_tightening()
    {
        const string looser = """{ "default": "notice", "rules": [ { "id": "r", "tools": ["acme-api"], "action": "warn" } ] }""";

        Assert.All(PolicyComparison.Of(Sample.Policy(Base), Sample.Policy(looser)), change => Assert.True(change.IsLoosening));
        Assert.All(PolicyComparison.Of(Sample.Policy(looser), Sample.Policy(Base)), change => Assert.False(change.IsLoosening));
    }

    private static string Changes(string old, string fresh) => string.Join(" | ", PolicyComparison.Of(Load(old), Load(fresh))
        .Select(change => (change.IsLoosening ? "- " : "+ ") + change.What).Order(StringComparer.Ordinal));

    private static LoadedPolicy Load(string text)
    {
        var loaded = Sample.Policy(text);
        Assert.Empty(loaded.Findings);
        return loaded;
    }
}
