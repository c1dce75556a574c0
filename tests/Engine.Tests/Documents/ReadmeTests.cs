using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Engine.Tests.Documents;

public sealed partial class ReadmeTests
{
    private const string Later = "Reported from a later version on.";

    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Rule_table_equals_the_table_of_the_engine()
    {
        var rows = RuleRow().Matches(Readme).Select(row => row.Value);

        Assert.Equal(Rules.All.Select(Row), rows);
    }

    [Fact]
    public void Links_within_the_repository_lead_somewhere()
    {
        var missing = LinkTarget().Matches(Readme)
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Repository.Root, target)));

        Assert.Empty(missing);
    }

    // What the page says decides, so that README and page cannot disagree.
    private static string Row(Rule rule)
    {
        var reported = Repository.Read($"policy/rules/{rule.Id}.md").Contains(Later, StringComparison.Ordinal) ? "later" : "yes";
        return $"| [{rule.Id}](policy/rules/{rule.Id}.md) | {rule.Title} | {rule.Summary} | {reported} |";
    }

    [GeneratedRegex(@"^\| \[AITP\d{4}\].*$", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)\)|src=""(?<target>[^""]+)""")]
    private static partial Regex LinkTarget();
}
