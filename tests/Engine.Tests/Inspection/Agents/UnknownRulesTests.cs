using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Agents;

public class UnknownRulesTests
{
    private const string Rule = "---\ndescription: Style\nalwaysApply: true\n---\nUse tabs.\n";

    private const string Agent = "---\nname: Reviewer\ndescription: Reviews\ntools:\n  - read\n---\nReview.\n";

    [Theory]
    [InlineData(".borealis/rules/style.md", Rule, "(3,1)-(3,12)", "'alwaysApply' in its front matter")]
    [InlineData("src/App/.borealis/rules/a/style.mdc", Rule, "(3,1)-(3,12)", "'alwaysApply' in its front matter")]
    [InlineData(".borealis/agents/reviewer.md", Agent, "(4,1)-(4,6)", "'tools' in its front matter")]
    [InlineData(".borealis/commands/fix.md", "---\r\nargument-hint: issue\r\n---\r\nFix it.", "(2,1)-(2,14)", "'argument-hint' in its front matter")]
    [InlineData("agents/reviewer.agent.md", Agent, "(4,1)-(4,6)", "'tools' in its front matter")]
    [InlineData("rules/go.instructions.md", "\n---\ndescription: Go\napplyTo: '**/*.go'\n---\n", "(4,1)-(4,8)", "'applyTo' in its front matter")]
    [InlineData("eng/instructions/sdk/labels.instructions.md", "---\nmode: agent\ntools: [read]\n---\n", "(2,1)-(2,5)", "'mode' in its front matter")]
    [InlineData("eng/instructions/sdk/setup.instructions.md", "---\ndescription: Setup\n---\n", "(2,1)-(2,12)", "'description' in its front matter")]
    [InlineData("eng/instructions/plan.instructions.md", "> **INSTRUCTIONS FOR LLM**\n", "(1,5)-(1,25)", "\"instructions for llm\"")]
    [InlineData("agents/arch.agent.md", "---\n\nname: Architect\ndescription: Designs\n---\n", "(4,1)-(4,12)", "'description' in its front matter")]
    [InlineData("src/plan.prompt.md", "---\nagent: planner\ndescription: Plan\n---\n", "(2,1)-(2,6)", "'agent' in its front matter")]
    [InlineData(".borealisrules", "# Rules\nYou are an expert in C#.\n", "(2,1)-(2,18)", "\"you are an expert\"")]
    [InlineData(".borealisrules", Rule, "(3,1)-(3,12)", "'alwaysApply' in its front matter")]
    [InlineData("BOREALIS.md", "# BOREALIS.md\n\nThis file provides guidance to Borealis when working with code in this repository.\n", "(3,41)-(3,82)", "\"when working with code in this repository\"")]
    [InlineData("plugins/notes/agents/lead.md", Agent, "(4,1)-(4,6)", "'tools' in its front matter")]
    [InlineData("plugins/notes/agents/lead.md", "---\nname: lead\ndescription: Leads\n---\n", "(3,1)-(3,12)", "'description' in its front matter")]
    [InlineData("plugins/notes/commands/fix.md", "Fix an issue.\n\nArguments: $ARGUMENTS\n", "(3,12)-(3,22)", "\"$arguments\"")]
    [InlineData("plugins/notes/agents/lead.md", "# Lead\nYou are an expert in C#.\n", "(2,1)-(2,18)", "\"you are an expert\"")]
    [InlineData("assets/style.mdc", Rule, "(3,1)-(3,12)", "'alwaysApply' in its front matter")]
    [InlineData("BOREALIS.md", "@AGENTS.md\n", "(1,1)-(1,11)", "\"@agents.md\"")]
    [InlineData("plugins/notes/commands/fix.md", "---\ndescription: Fixes\n---\n# Fix\n", "(2,1)-(2,12)", "'description' in its front matter")]
    public void Shape_and_beginning_together_tell(string path, string text, string place, string sign) =>
        Assert.Equal($"{place}: AgentFile Instructions: File '{path}' ({sign}) is ?", Seen.In(path, text));

    [Theory]
    [InlineData(".borealis/rules/style.md", "# Style\nUse tabs.\n")]
    [InlineData(".borealis/rules/style.md", "---\ndescription: Style\ntitle: Style\n---\n")]
    [InlineData(".borealis/rules/style.md", "---\nalwaysApply: true\n")]
    [InlineData(".borealis/rules/style.md", "Text\n---\nalwaysApply: true\n---\n")]
    [InlineData(".borealis/rules/style.md", "---\nnested:\n  alwaysApply: true\n---\n")]
    [InlineData(".borealis/notes/style.md", Rule)]
    [InlineData(".github/rules/style.md", Rule)]
    [InlineData(".vitepress/rules/style.md", Rule)]
    [InlineData("docs/rules/style.md", Rule)]
    [InlineData("plugins/notes/agents/README.md", "# Agents\nYou are an expert? Add one.\n")]
    [InlineData("plugins/notes/agents/list.md", "---\ntitle: Agents\ndescription: All of them\n---\n")]
    [InlineData("src/travel/agent/lead.md", "---\nname: lead\ndescription: Leads\n---\n")]
    [InlineData("content/skills/csharp.md", "---\nname: C#\ndescription: Ten years\nweight: 3\n---\n")]
    [InlineData("src/commands/more/fix.md", "---\ndescription: Fixes\n---\n# Fix\n")]
    [InlineData("src/commands/fix.md", "# Fix\nArguments: the issue\n")]
    [InlineData("content/page.mdc", "---\ntitle: Page\n---\n")]
    [InlineData("content/post.md", "---\ndescription: x\nmodel: T\ntools: [a]\n---\n")]
    [InlineData("src/go.instructions.md", "# Assembly instructions\n")]
    [InlineData("src/go.instructions.md", "---\ndescription: Assembly\n---\n")]
    [InlineData("src/go.instructions.md", "---\nmode: fast\ntitle: Assembly\n---\n")]
    [InlineData("docs/instructions/shelf.instructions.md", "# Assembly instructions\n")]
    [InlineData("docs/instructions/shelf.md", "---\ndescription: Assembly\n---\n")]
    [InlineData("src/a.agent.md", "# Agent\n")]
    [InlineData(".lintrules", "no-tabs\nmax-len 120\n")]
    [InlineData("src/.borealisrules", "You are an expert.\n")]
    [InlineData("TESTING.md", "# Testing\nRun the tests.\n")]
    [InlineData("GETTING_STARTED.md", "# Start\nYou need an AI coding agent.\n")]
    [InlineData("CONTRIBUTING.md", "# Contributing\nGuidelines for AI assisted changes: none.\n")]
    [InlineData("DEVELOPMENT.md", "# Development\nTemplates that an AI coding agent reads.\n")]
    [InlineData("VISION.md", "# Vision\nContext infrastructure for AI agents.\n")]
    [InlineData("MCP.md", "# Shop's MCP server\nIt exposes tools, resources and prompts for AI assistants.\n")]
    [InlineData("docs/BOREALIS.md", "You are an expert.\n")]
    [InlineData("Borealis.md", "You are an expert.\n")]
    public void One_of_them_does_not(string path, string text) => Assert.Equal("", Seen.In(path, text));

    [Theory]
    [InlineData("PILOT.md")]
    [InlineData("AGENTS.md")]
    public void What_the_catalog_knows_is_only_that(string path) =>
        Assert.DoesNotContain("in its front matter", Seen.In(path, Rule), StringComparison.Ordinal);

    [Fact]
    public void The_policy_decides() =>
        Assert.Equal(
            ".borealis/rules/a.md(3,1): error AITP1020: File '.borealis/rules/a.md' ('alwaysApply' in its front matter) · reads like instructions to an AI tool, but is in no catalog · denied by 'unknown' of policy ai-tool-policy.json",
            Rendered.Lines(Seen.Check("""{ "unknown": "deny" }""", InputFile.Of(".borealis/rules/a.md", Rule)).Findings.Where(f => f.Rule.Id == "AITP1020")));
}
