using System.Xml.Linq;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Machine;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using static AiToolPolicy.Engine.Tests.Documents.SampleCheck;

namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>The diagnostics that the documents show are what the engine says.</summary>
public sealed class ExampleTests
{
    private const string Denied = "2026-07-10";

    private static readonly InputFile Client = Project(Reference("Anthropic", "12.36.0"));

    public static TheoryData<string> Pages => [.. Examples.Keys.Select(example => example.Page).Distinct()];

    // Page and the words that tell one example of it from the next.
    private static Dictionary<(string Page, string What), IReadOnlyList<Finding>> Examples { get; } = new()
    {
        [("policy/rules/AITP1001.md", "direct")] = Run("restricted-list.json", Denied, Client),
        [("policy/rules/AITP1001.md", "before the day")] = Run("restricted-list.json", "2026-06-28", Client),
        [("policy/rules/AITP1001.md", "transitive")] = Run("restricted-list.json", "2026-10-01", LockFile("Contoso.Chat", "Anthropic", "12.36.0")),
        [("policy/rules/AITP1002.md", "")] = Run("restricted-list.json", Denied, Project("<Reference Include=\"Assistant\" HintPath=\"..\\..\\lib\\Anthropic.SDK.dll\" />")),
        [("policy/rules/AITP1003.md", "npm")] = Run("restricted-list.json", Denied, InputFile.Of("web/package.json", "{\n  \"devDependencies\": {\n    \"@anthropic-ai/claude-code\": \"^2.1.0\"\n  }\n}\n")),
        [("policy/rules/AITP1004.md", "")] = Run("restricted-list.json", Denied, InputFile.Of("build/Dockerfile", "FROM node:22\nRUN npm install -g @anthropic-ai/claude-code\n")),
        [("policy/rules/AITP1005.md", "")] = Run("restricted-list.json", Denied, InputFile.Of(".vscode/extensions.json", "{\n  \"recommendations\": [\n    \"anthropic.claude-code\"\n  ]\n}\n")),
        [("policy/rules/AITP1006.md", "one tool's")] = Run("restricted-list.json", Denied, InputFile.Of("src/App/CLAUDE.md", "")),
        [("policy/rules/AITP1006.md", "generic")] = Run("restricted-list.json", Denied, InputFile.Of("AGENTS.md", "")),
        [("policy/rules/AITP1007.md", "")] = Run("restricted-list.json", Denied, InputFile.Of("tools/mcp-servers.json", McpServers)),
        [("policy/rules/AITP1008.md", "")] = Run("restricted-list.json", Denied, InputFile.Of("src/App/appsettings.json", "{\n  \"Chat\": {\n    \"Endpoint\": \"https://api.anthropic.com/v1\",\n    \"Model\": \"claude-sonnet-4-5\"\n  }\n}\n")),
        [("policy/rules/AITP1011.md", "")] = Seen(AgentSessions.Find(CompiledCatalog.Embedded, ["CLAUDECODE"])),
        [("policy/rules/AITP1012.md", "")] = Seen(InstalledTools.Find(
            CompiledCatalog.Embedded, [new InstalledThing(SignatureKind.Npm, "@anthropic-ai/claude-code", null, "~/.npm-global/lib/node_modules", "npm uninstall -g @anthropic-ai/claude-code")])),
        [("policy/rules/AITP1020.md", "package")] = Run("allow-list.json", Denied, Project(Reference("Contoso.OpenAI.Helpers", "1.0.0"))),
        [("policy/rules/AITP1020.md", "MCP server")] = Run("allow-list.json", Denied, InputFile.Of("tools/mcp-servers.json", McpServers.Replace("@anthropic-ai/claude-code@2.1.0", "contoso-files@1.4.0", StringComparison.Ordinal))),
        [("policy/rules/AITP1020.md", "rules file")] = Run("allow-list.json", Denied, InputFile.Of(".borealis/rules/style.md", "---\ndescription: Style\nalwaysApply: true\n---\nUse tabs.\n")),
        [("policy/rules/AITP1020.md", "package by its manifest")] = Declared("allow-list.json"),
        [("policy/rules/AITP1021.md", "")] = Run("restricted-list.json", Denied, InputFile.Of("docs/SKILL.md", "# Style\n\nUse tabs.\U000E0052\U000E0075\U000E006E\n")),
        [("policy/rules/AITP2001.md", "")] = Exempted(Denied, "The importer's answers are compared with those of the new model until the end of September.", "We need it."),
        [("policy/rules/AITP2002.md", "")] = Exempted("2026-10-01"),
        [("policy/rules/AITP2003.md", "")] = Exempted("2026-09-29"),
        [("policy/rules/AITP2004.md", "unused")] = Exempted(Denied, "anthropic-api", "claude-code"),
        [("policy/rules/AITP2004.md", "every file")] = Exempted(Denied, "src/App/**", "**"),
        [("policy/rules/AITP2005.md", "too long")] = Exempted(Denied, "2026-09-30", "2027-07-10"),
        [("policy/rules/AITP3001.md", "")] = Load(new SourceFile(PolicyFile.Name, MistakenPolicy)),
        [("policy/rules/AITP3002.md", "")] = [PolicyFile.Missing("policies/ai-tool-policy.json", "is not there")],
        [("policy/rules/AITP3003.md", "")] = Relaxed(),
        [("policy/rules/AITP3004.md", "")] = DatedBack(),
        [("policy/rules/AITP3005.md", "")] = Run("restricted-list.json", Denied, InputFile.Of("web/package.json", "{\n  \"name\": \"web\"\n  \"version\": \"1.0.0\"\n}\n")),
        [("policy/rules/AITP3006.md", "")] = [CheckFailure.Of(new InvalidOperationException("Sequence contains no elements."), "while reading web/package.json", Location.StartOf("web/package.json"))],
        [("README.md", "")] = Run("restricted-list.json", Denied, Client),
    };

    private static string McpServers => """
        {
          "mcpServers": {
            "helper": {
              "command": "npx",
              "args": ["-y", "@anthropic-ai/claude-code@2.1.0"]
            }
          }
        }
        """;

    private static string MistakenPolicy => """
        {
          "rules": [
            {
              "tools": ["claude-cod"],
              "action": "deny",
              "efective": "2026-07-10"
            }
          ]
        }
        """;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_shows_what_the_engine_says(string page)
    {
        var text = Repository.Read(page);

        foreach (var finding in Examples.Where(example => example.Key.Page == page).SelectMany(example => example.Value))
        {
            Assert.Contains(Printed(finding), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reported_rule_has_an_example()
    {
        var withExample = Examples.Keys.Select(example => example.Page).Distinct();
        var reported = Rules.All.Select(rule => $"policy/rules/{rule.Id}.md").Where(page => !IsReportedElsewhere(Repository.Read(page)));

        Assert.Equal([.. reported, "README.md"], withExample);
    }

    // What the analyzer says has its own tests, and what comes later has none yet.
    private static bool IsReportedElsewhere(string page) =>
        page.Contains("Reported from a later version on.", StringComparison.Ordinal) || page.Contains("Reported by the analyzer", StringComparison.Ordinal);

    [Fact]
    public void Picture_shows_what_the_engine_says()
    {
        var picture = XDocument.Parse(Repository.Read("policy/diagnostic.svg"));
        var shown = string.Join(" ", picture.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));

        Assert.Contains(Printed(Run("restricted-list.json", Denied, Client).Single()), shown, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Load(SourceFile policy) => PolicyFile.Load(policy, CompiledCatalog.Embedded).Findings;

    private static IReadOnlyList<Finding> Seen(IReadOnlyList<Evidence> evidence) =>
        PolicyCheck.Run(new CheckRequest(SampleCheck.Load("restricted-list.json"), [], DayOf(Denied)) { MoreEvidence = evidence }).Findings;

    private static IReadOnlyList<Finding> Declared(string sample)
    {
        var project = Project(Reference("Contoso.Notes", "1.4.0"));
        var claim = new PackageClaim("Contoso.Notes", SignatureKind.PackageTag, "llm");
        var graph = new PackageGraph();
        graph.Add(new PackageVersion("Contoso.Notes", "1.4.0"), []);
        var evidence = UnknownPackages.Evidence(claim, [new AssetsGraph(graph, ["Contoso.Notes"])], new ReferenceSites([project]), Location.StartOf(project.Path));
        return PolicyCheck.Run(new CheckRequest(SampleCheck.Load(sample), [], DayOf(Denied)) { MoreEvidence = [.. evidence] }).Findings;
    }

    // What is said of the first exemption of the sample, with something in it replaced.
    private static IReadOnlyList<Finding> Exempted(string day, string right = "", string wrong = "")
    {
        var sample = Repository.Read($"{SampleCheck.Folder}/exemptions/ai-tool-exemptions.json");
        var first = sample.IndexOf("\"tool\"", StringComparison.Ordinal);
        var at = right.Length == 0 ? 0 : sample.IndexOf(right, first, StringComparison.Ordinal);
        var result = PolicyCheck.Run(new CheckRequest(SampleCheck.Load("restricted-list.json"), [Client, InputFile.Of("CLAUDE.md", "# Notes")], DayOf(day))
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", sample[..at] + wrong + sample[(at + right.Length)..])],
            Sight = Sight.AllFiles,
        });
        return [.. result.Findings.Where(finding => finding.Rule.Category == RuleCategory.Exemption).Take(1)];
    }

    // A repository's layer that would like to have it looser than the sample's organisation.
    private static IReadOnlyList<Finding> Relaxed() => PolicyFile.Load(
        PolicyLayers.Collect([LayeredSampleTests.Layer($"{SampleCheck.Folder}/layers/repository/ai-tool-policy.json", RelaxedPolicy)], [], new LayeredSampleTests.RepositoryLayers()),
        CompiledCatalog.Embedded).Findings;

    private static string RelaxedPolicy => """
        {
          "extends": "../org/ai-tool-policy.json",
          "default": "allow",
          "rules": [
            { "tools": ["claude-code"], "action": "warn" },
            { "tools": ["vendor:anthropic"], "action": "deny", "effective": "2027-01-01" }
          ],
          "exemptions": { "maxDays": 365 }
        }
        """;

    private static IReadOnlyList<Finding> DatedBack() =>
        PolicyCheck.Run(new CheckRequest(SampleCheck.Load("restricted-list.json"), [], DayOf(Denied)) { AsOf = DayOf("2026-07-09") }).Findings;
}
