using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class SecondSignTests
{
    private const string Path = ".vscode/extensions.json";

    [Fact]
    public void A_sign_that_cannot_stand_alone_is_silent_alone() =>
        Assert.Equal("", Seen.In(Path, """{ "recommendations": ["acme.cloud"] }"""));

    [Fact]
    public void It_counts_beside_a_sign_of_the_same_tool() =>
        Assert.Equal(
            """
            (1,37)-(1,49): Extension Configured: Extension 'acme.pilot' (recommendation) is acme-pilot
            (1,23)-(1,35): Extension Configured: Extension 'acme.cloud' (recommendation) is acme-pilot
            """,
            Seen.In(Path, """{ "recommendations": ["acme.cloud", "acme.pilot"] }"""));

    [Fact]
    public void A_path_that_cannot_stand_alone_counts_by_what_stands_in_the_file() =>
        Assert.Equal(
            """
            (1,3)-(1,22): Extension Configured: Editor setting 'pilot_predictions' is acme-pilot
            (1,1)-(1,1): AgentFile Configured: Settings file '.zed/settings.json' is acme-pilot
            """,
            Seen.In(".zed/settings.json", """{ "pilot_predictions": { "provider": "x" } }"""));

    [Fact]
    public void A_sign_of_the_same_tool_in_another_file_does_not_help() =>
        Assert.DoesNotContain("acme.cloud", Seen.Lines(Seen.Inspect(
            InputFile.Of(Path, """{ "recommendations": ["acme.cloud"] }"""),
            InputFile.Of("src/.vscode/extensions.json", """{ "recommendations": ["acme.pilot"] }"""))), StringComparison.Ordinal);

    [Fact]
    public void A_sign_of_another_tool_does_not_help() =>
        Assert.DoesNotContain("AgentFile", Seen.In(".zed/settings.json", """{ "chat.agent.enabled": true }"""), StringComparison.Ordinal);

    [Fact]
    public void Two_signs_that_both_cannot_stand_alone_do_not_help_each_other() =>
        Assert.Equal("", Seen.In(Path, """{ "recommendations": ["acme.cloud", "acme.labs"] }"""));

    [Fact]
    public void It_becomes_a_finding_of_the_tool_that_a_rule_denies() =>
        Assert.Equal(2, Seen.Check("""{ "rules": [ { "tools": ["acme-pilot"], "action": "deny" } ] }""",
            InputFile.Of(Path, """{ "recommendations": ["acme.cloud", "acme.pilot"] }""")).Findings.Count(f => f.Rule.Id == "AITP1005"));

    [Fact]
    public void A_file_of_no_tool_counts_in_the_folder_of_a_skill()
    {
        var seen = Seen.Lines(Seen.Inspect(
            InputFile.Of("skills/forms/SKILL.md", "---\nname: forms\ndescription: Fills forms.\n---\n"),
            InputFile.Of("skills/forms/client/node.md", "# Node"),
            InputFile.Of("skills/python/README.md", "# Python")));
        Assert.Contains("skills/forms/client/node.md", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("python", seen, StringComparison.Ordinal);
    }
}
