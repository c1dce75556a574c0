using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Agents;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Inspection.Agents;

public class HiddenCharacterTests
{
    [Fact]
    public void A_picture_beside_instructions_is_no_text_and_no_problem()
    {
        var context = new InspectionContext(Sample.Catalog, ReferenceSites.None, new CentralVersions([]));
        foreach (var path in (string[])["skills/ACME.md", "skills/ACME.png"])
        {
            var file = new InputFile(path, () => FileText.Failed("it is not valid UTF-8."));
            if (new HiddenCharacterInspector().Reads(file))
            {
                new HiddenCharacterInspector().Inspect(file, context);
            }
        }

        Assert.Equal("skills/ACME.md", Assert.Single(context.Problems).Location.Path);
    }

    private const string Rules = """ "rules": [ { "tools": ["acme-api"], "action": "deny" } ] """;

    [Theory]
    [InlineData("AGENTS.md")]
    [InlineData("src/PILOT.md")]
    public void They_are_found_in_instruction_files_of_a_tool_and_of_none(string path) =>
        Assert.Equal(
            "(2,3)-(2,7): AgentFile Instructions: Hidden character U+E0068 (tag), 2 in a row, which spell \"hi\" is ?",
            Seen.Inside(path, "a\nb \U000E0068\U000E0069\n"));

    [Fact]
    public void They_are_found_in_the_instructions_of_a_tool_that_no_catalog_knows() =>
        Assert.Contains(
            "(4,2)-(4,3): AgentFile Instructions: Hidden character U+200B (zero width space) is ?",
            Seen.In(".borealis/rules/a.md", "---\nalwaysApply: true\n---\na\u200Bb"), StringComparison.Ordinal);

    [Theory]
    [InlineData("README.md")]
    [InlineData(".acme/settings.json")]
    public void Other_files_are_left_alone(string path) => Assert.DoesNotContain("Hidden", Seen.Inside(path, "{ \"a\": \"\u200B\" }"), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "notice AITP1021: Hidden character U+200B (zero width space) · a reader does not see it, a model does · no policy")]
    [InlineData("{" + Rules + "}", "warning AITP1021: Hidden character U+200B (zero width space) · a reader does not see it, a model does · warned about by 'hiddenCharacters' of policy")]
    [InlineData("{ \"hiddenCharacters\": \"deny\"," + Rules + "}", "error AITP1021: Hidden character U+200B")]
    public void The_policy_decides(string? policy, string expected) =>
        Assert.Contains(expected, Rendered.Lines(Seen.Check(policy, InputFile.Of("PILOT.md", "a\u200Bb")).Findings), StringComparison.Ordinal);

    [Fact]
    public void A_policy_may_allow_them() =>
        Assert.DoesNotContain("AITP1021", Rendered.Lines(Seen.Check("{ \"hiddenCharacters\": \"allow\"," + Rules + "}", InputFile.Of("PILOT.md", "a\u200Bb")).Findings), StringComparison.Ordinal);
}
