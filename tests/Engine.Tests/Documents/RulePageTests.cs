using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Engine.Tests.Documents;

public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_page_with_its_title(string id)
    {
        var title = Repository.Read($"policy/rules/{id}.md").Split('\n')[0];

        Assert.Equal($"# {id}: {Rules.ById(id)!.Title}", title);
    }

    [Fact]
    public void Page_without_a_rule_there_is_none() =>
        Assert.Equal(Rules.All.Select(rule => $"{rule.Id}.md"), Repository.Names("policy/rules", ".md"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_link_leads_to_the_page(string id) =>
        Assert.EndsWith($"/policy/rules/{id}.md", Rules.ById(id)!.HelpLink, StringComparison.Ordinal);

    [Fact]
    public void Ids_never_change_unseen()
    {
        var verified = Repository.Read("tests/Engine.Tests/Documents/RuleIds.verified.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(verified, Rules.All.Select(rule => $"{rule.Id} {rule.Category} {rule.Title}"));
    }

    [Fact]
    public void Ids_are_unique_and_in_order() =>
        Assert.Equal(Rules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Id));
}
