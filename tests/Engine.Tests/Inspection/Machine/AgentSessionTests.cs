using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection.Machine;

public class AgentSessionTests
{
    private static readonly ToolCatalog Catalog = new(Sample.Read("""
        { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
          { "id": "acme-agent", "name": "Acme Agent", "category": "agent-cli", "signatures": [
            { "kind": "env", "value": "ACME_AGENT", "role": "agent-session" }, { "kind": "env", "value": "ACME_SESSION", "role": "agent-session", "confidence": "medium" },
            { "kind": "env", "value": "THREAD", "role": "agent-session", "needsSecondSign": true },
            { "kind": "env", "value": "ACME_TERMINAL", "role": "agent-marker" }, { "kind": "env", "value": "ACME_API_KEY", "role": "key" } ] },
          { "id": "acme-other", "name": "Acme Other", "category": "agent-cli", "signatures": [
            { "kind": "env", "value": "ACME_OTHER", "role": "agent-session", "confidence": "medium" } ] } ] }
        """, """
        { "generic": [ { "kind": "env", "value": "SOME_AGENT", "role": "agent-session" } ], "suspects": [] }
        """));

    [Theory]
    [InlineData("ACME_AGENT", "Agent session, by the environment variable 'ACME_AGENT' is acme-agent")]
    [InlineData("THREAD ACME_SESSION ACME_AGENT PATH", "Agent session, by the environment variables 'ACME_AGENT', 'ACME_SESSION', 'THREAD' is acme-agent")]
    [InlineData("ACME_OTHER ACME_AGENT", "Agent session, by the environment variable 'ACME_AGENT' is acme-agent\nAgent session, by the environment variable 'ACME_OTHER' is acme-other")]
    [InlineData("SOME_AGENT", "Agent session, by the environment variable 'SOME_AGENT' is ?")]
    [InlineData("SOME_AGENT ACME_AGENT", "Agent session, by the environment variable 'ACME_AGENT' is acme-agent")]
    public void An_agent_is_told_by_the_variables_of_its_processes(string variables, string expected) => Assert.Equal(expected, Seen(variables));

    [Theory]
    [InlineData("")]
    [InlineData("PATH HOME TERM_PROGRAM")]
    [InlineData("ACME_TERMINAL")]
    [InlineData("ACME_API_KEY")]
    [InlineData("THREAD")]
    [InlineData("acme_agent ACME_AGENT2")]
    public void A_terminal_a_key_and_a_look_alike_are_no_agent(string variables) => Assert.Equal("", Seen(variables));

    [Fact]
    public void The_finding_stands_at_the_line_of_the_policy_that_decides()
    {
        var policy = PolicyFile.Load(new SourceFile("ai-tool-policy.json", """
            {
              "name": "P",
              "rules": [
                { "tools": ["acme-agent"], "action": "deny" } ]
            }
            """), Catalog);

        var result = PolicyCheck.Run(new CheckRequest(policy, [], Sample.Today) { MoreEvidence = AgentSessions.Find(Catalog, ["ACME_AGENT", "SOME_AGENT"]) });

        Assert.Equal(
            "ai-tool-policy.json(4,5): error AITP1011: Agent session, by the environment variable 'ACME_AGENT' · Acme Agent (acme-agent) by Acme · denied by policy 'P', line 4",
            Rendered.Lines(result.Findings));
    }

    [Theory]
    [InlineData("""{ "tools": ["*"], "action": "deny", "surfaces": ["package"] }""", "notice")]
    [InlineData("""{ "tools": ["*"], "action": "deny", "surfaces": ["runtime"] }""", "error")]
    [InlineData("""{ "tools": ["*"], "action": "deny", "paths": ["src/**"] }""", "notice")]
    public void A_rule_speaks_of_it_by_its_surface(string rule, string severity)
    {
        var policy = PolicyFile.Load(new SourceFile("ai-tool-policy.json", $$"""{ "rules": [{{rule}}] }"""), Catalog);

        var finding = Assert.Single(PolicyCheck.Run(new CheckRequest(policy, [], Sample.Today) { MoreEvidence = AgentSessions.Find(Catalog, ["ACME_AGENT"]) }).Findings);

        Assert.Equal(severity, finding.Severity.ToString().ToLowerInvariant());
    }

    private static string Seen(string variables) =>
        string.Join("\n", AgentSessions.Find(Catalog, variables.Split(' ')).Select(evidence => $"{evidence.What} is {evidence.Tool?.Id ?? "?"}"));
}
