using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// Goes from layer to layer, nearest ones first, so that each is found by its shortest way and the order of an <c>extends</c> list decides
/// nothing. Whatever is wrong costs the one reference, never the layers that were found.
/// </summary>
internal sealed class LayerCollector(IReadOnlyList<ILayerSource> sources)
{
    private readonly Dictionary<string, PolicyLayers.Node> _known = new(StringComparer.Ordinal);
    private readonly Queue<PolicyLayers.Node> _waiting = new();
    private bool _isFull;

    public List<PolicyLayers.Node> Nodes { get; } = [];

    public List<Finding> Findings { get; } = [];

    public void Run(IReadOnlyList<LayerText> stack, IReadOnlyList<LayerText> above)
    {
        var standing = stack.Select(Standing).ToList();
        var over = above.Select(Standing).ToList();
        while (_waiting.Count > 0)
        {
            Follow(_waiting.Dequeue());
        }

        for (var i = standing.Count - 1; i > 0; i--)
        {
            Put(standing[i - 1], standing[i]);
        }

        if (standing.Count > 0)
        {
            over.ForEach(node => Put(standing[standing.Count - 1], node));
        }
    }

    private PolicyLayers.Node Standing(LayerText layer) => _known.TryGetValue(layer.Identity, out var node) ? node : Add(layer, [], 0);

    // A file that an upper one extends is above it, wherever it stands.
    private static void Put(PolicyLayers.Node low, PolicyLayers.Node high)
    {
        if (low != high && !high.Reaches(low) && !low.Above.Contains(high))
        {
            low.Above.Add(high);
        }
    }

    private PolicyLayers.Node Add(LayerText layer, IReadOnlyList<string> chain, int depth)
    {
        var node = new PolicyLayers.Node(layer)
        {
            Chain = [.. chain, PlainText.Safe(layer.File.Path)],
            Depth = depth,
        };
        _known[layer.Identity] = node;
        Nodes.Add(node);
        _waiting.Enqueue(node);
        return node;
    }

    private void Follow(PolicyLayers.Node node)
    {
        foreach (var reference in PolicyFile.MayExtend(node.Layer.File.Text) ? LayerReferences.Of(node.Document) : [])
        {
            if (Resolve(reference, node) is { } layer)
            {
                Connect(node, reference, layer);
            }
        }
    }

    private LayerText? Resolve(LayerReference reference, PolicyLayers.Node node)
    {
        if (sources.Select(source => source.Resolve(reference, node.Layer)).FirstOrDefault(found => found is not null) is not { } resolution)
        {
            Report(Rules.PolicyInvalid, Severity.Error, LayerReferences.Refusal(reference), reference, node.Chain);
            return null;
        }

        foreach (var problem in resolution.Problems)
        {
            Report(problem.Rule, problem.Severity, problem.Message, reference, node.Chain);
        }

        return resolution.Layer;
    }

    private void Connect(PolicyLayers.Node node, LayerReference reference, LayerText layer)
    {
        var chain = node.Chain.Append(PlainText.Safe(layer.File.Path)).ToList();
        if (!_known.TryGetValue(layer.Identity, out var above))
        {
            if (node.Depth == PolicyLayers.MaxDepth)
            {
                Invalid($"More than {PolicyLayers.MaxDepth} steps of 'extends' lead here; what lies beyond is not read.", reference, chain);
                return;
            }

            if (Nodes.Count == PolicyLayers.MaxCount)
            {
                ReportFull(reference, chain);
                return;
            }

            above = Add(layer, node.Chain, node.Depth + 1);
        }
        else if (above == node)
        {
            Invalid("The policy extends itself.", reference, chain);
            return;
        }
        else if (above.Reaches(node))
        {
            Invalid("The policies extend each other in a circle.", reference, Circle(above, node));
            return;
        }

        Put(node, above);
    }

    // From the layer where the circle closes, up to the one that closes it, and again.
    private static List<string> Circle(PolicyLayers.Node start, PolicyLayers.Node end)
    {
        var way = new List<PolicyLayers.Node> { start };
        while (way[way.Count - 1] is var last && last != end)
        {
            way.Add(last.Above.First(node => node == end || node.Reaches(end)));
        }

        return [.. way.Append(start).Select(node => PlainText.Safe(node.Layer.File.Path))];
    }

    // Once: every further one would be one too many as well.
    private void ReportFull(LayerReference reference, IReadOnlyList<string> chain)
    {
        if (!_isFull)
        {
            Invalid($"The policy is made of more than {PolicyLayers.MaxCount} layers; the rest is not read.", reference, chain);
        }

        _isFull = true;
    }

    private void Invalid(string message, LayerReference reference, IReadOnlyList<string> chain) =>
        Report(Rules.PolicyInvalid, Severity.Error, message, reference, chain);

    private void Report(Rule rule, Severity severity, string message, LayerReference reference, IReadOnlyList<string> chain) => Findings.Add(
        new Finding(rule, severity, chain.Count > 1 ? $"{message} The way here: {string.Join(" → ", chain)}." : message, reference.Location));
}
