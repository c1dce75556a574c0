using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Reads and validates every layer by itself, with the tools of all, and merges them.</summary>
internal sealed class LayerLoader(PolicyLayers layers)
{
    private readonly List<JsonProblem> _problems = [];

    public LoadedPolicy Load(ToolCatalog catalog)
    {
        // The uppermost layer first: what a lower one calls the same is the same tool.
        var whole = catalog;
        var written = new List<PolicyDocument?>();
        foreach (var node in layers.Nodes.Reverse())
        {
            var document = Read(node, whole);
            whole = document is null ? whole : whole.With(document.Catalog);
            written.Insert(0, document);
        }

        var validator = new PolicyValidator(_problems, whole);
        var policies = written.Select((document, i) => document is null ? null : validator.Validate(document, IsUppermost(layers.Nodes[i], written)) with { Knows = Knows(layers.Nodes[i]) }).ToList();
        var merged = PolicyMerge.Of([.. policies.OfType<Policy>()]);
        var relaxed = Relaxations.Of(Pairs(written, policies), whole).Select(relaxation => relaxation.ToFinding());
        return new LoadedPolicy(merged, whole, FindingOrder.Sort([.. layers.Findings, .. _problems.Select(Invalid), .. relaxed]))
        {
            Layers = [.. layers.Nodes.Select((node, i) => Describe(node, policies[i]) with { Written = written[i] })],
            Digest = layers.Digest,
        };
    }

    private IEnumerable<LayerPair> Pairs(List<PolicyDocument?> written, List<Policy?> policies)
    {
        for (var i = 0; i < policies.Count; i++)
        {
            var above = layers.Nodes[i].AllAbove();
            for (var j = 0; j < policies.Count; j++)
            {
                if (above.Contains(layers.Nodes[j]) && written[i] is { } low && policies[i] is { } policy && policies[j] is { } high)
                {
                    yield return new LayerPair(low, policy, high);
                }
            }
        }
    }

    private static HashSet<string> Knows(PolicyLayers.Node node) =>
        new(node.AllAbove().Append(node).Select(known => known.Layer.File.Path), StringComparer.Ordinal);

    // A layer above that could not be read says nothing.
    private bool IsUppermost(PolicyLayers.Node node, List<PolicyDocument?> written) =>
        node.AllAbove() is var above && !layers.Nodes.Where((_, i) => written[i] is not null).Any(above.Contains);

    // Null when the text is no policy at all.
    private PolicyDocument? Read(PolicyLayers.Node node, ToolCatalog catalog)
    {
        var file = node.Layer.File;
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            _problems.Add(new JsonProblem("The policy file is empty.", Location.StartOf(file.Path)));
            return null;
        }

        _problems.AddRange(node.Document.Problems);
        if (node.Document.Root is JsonObject root)
        {
            return new PolicyReader(_problems, catalog).Read(root, mayBeSilent: node.Above.Count > 0 || LayerReferences.Of(node.Document).Any());
        }

        if (node.Document.Root is { } other)
        {
            _problems.Add(new JsonProblem($"A policy is a JSON object, found {other.Kind}.", other.Location));
        }

        return null;
    }

    private PolicyLayer Describe(PolicyLayers.Node node, Policy? policy)
    {
        var nodes = layers.Nodes.ToList();
        return new PolicyLayer(node.Layer.File.Path, node.Layer.Origin, Digest.Of(node.Layer.File.Text))
        {
            IsFetched = node.Layer.IsFetched,
            Policy = policy,
            Above = [.. node.AllAbove().Select(above => nodes.IndexOf(above)).OrderBy(index => index)],
        };
    }

    private static Finding Invalid(JsonProblem problem) => new(Rules.PolicyInvalid, Severity.Error, problem.Message, problem.Location);
}
