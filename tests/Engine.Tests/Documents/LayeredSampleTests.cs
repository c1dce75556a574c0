using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using static AiToolPolicy.Engine.Tests.Documents.SampleCheck;

namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>The sample of three layers: an organisation's, a repository's, a project's.</summary>
public sealed class LayeredSampleTests
{
    private static readonly string[] Below = ["repository/src/Payments/ai-tool-policy.json", "repository/ai-tool-policy.json"];

    [Fact]
    public void Layers_hang_together_without_a_problem()
    {
        var loaded = Load(2);

        Assert.Empty(loaded.Findings.Select(Printed));
        Assert.Equal(["Payments", "Web shop", "Contoso AI tool policy"], loaded.Layers.Select(layer => layer.Name));
        Assert.Equal("policy 'Payments' under 'Web shop', 'Contoso AI tool policy' 2026.7", loaded.Policy!.Title);
        Assert.True(loaded.Policy.Locked);
        Assert.Equal(14, loaded.Policy.Exemptions.MaxDays);
    }

    [Theory]
    [InlineData(1, "Anthropic", "AITP1001 Error by Contoso AI tool policy")]
    [InlineData(1, "OpenAI", "AITP1001 Notice by Contoso AI tool policy")]
    [InlineData(2, "OpenAI", "AITP1001 Error by Payments")]
    [InlineData(2, "Contoso.Copilot.Helpers", "AITP1020 Error by Web shop")]
    public void Each_thing_is_held_by_the_layer_that_says_most(int layers, string package, string expected)
    {
        var loaded = Load(layers);
        var findings = PolicyCheck.Run(new CheckRequest(loaded, [Project(Reference(package, "1.0.0"))], DayOf("2026-07-10"))).Findings;

        Assert.Equal([expected], findings.Select(finding => $"{finding.Rule.Id} {finding.Severity} by {LayerOf(loaded, finding)}").Distinct());
    }

    /// <summary>The layers from one of the sample's files up.</summary>
    /// <param name="count">1: the repository's and the organisation's; 2: the project's too.</param>
    internal static LoadedPolicy Load(int count) => PolicyFile.Load(
        PolicyLayers.Collect([.. Below.Skip(2 - count).Select(path => Layer($"{Folder}/layers/{path}"))], [], new RepositoryLayers()), CompiledCatalog.Embedded);

    internal static LayerText Layer(string path, string? text = null) => new(path, new SourceFile(path, text ?? Repository.Read(path)));

    private static string? LayerOf(LoadedPolicy loaded, Finding finding) =>
        loaded.Layers.Single(layer => layer.Path == finding.Related[0].Location.Path).Name;

    /// <summary>Paths within this repository.</summary>
    internal sealed class RepositoryLayers : ILayerSource
    {
        public LayerResolution? Resolve(LayerReference reference, LayerText from)
        {
            var parts = new List<string>(from.File.Path.Split('/')[..^1]);
            foreach (var part in reference.Text.Split('/'))
            {
                if (part == "..")
                {
                    parts.RemoveAt(parts.Count - 1);
                }
                else
                {
                    parts.Add(part);
                }
            }

            return LayerResolution.Of(Layer(string.Join("/", parts)));
        }
    }
}
