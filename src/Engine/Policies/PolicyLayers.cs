using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>The texts that a policy is made of, collected but not yet understood: each once, however many ways lead to it.</summary>
public sealed class PolicyLayers
{
    /// <summary>How many steps of <c>extends</c> may lie between a policy and its uppermost layer.</summary>
    public const int MaxDepth = 8;

    /// <summary>How many layers a policy may be made of.</summary>
    public const int MaxCount = 32;

    private string? _digest;

    private PolicyLayers(IReadOnlyList<Node> nodes, IReadOnlyList<Finding> findings)
    {
        (Nodes, Findings) = (nodes, findings);
        Texts = [.. nodes.Select(node => node.Layer)];
    }

    /// <summary>The layers, the lowest first.</summary>
    public IReadOnlyList<LayerText> Texts { get; }

    /// <summary>What is wrong with how they hang together.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>One digest over all texts; that of the text where there is one.</summary>
    public string Digest => _digest ??= Text.Digest.Of([.. Texts.Select(layer => layer.File.Text)]);

    /// <summary>False when the texts certainly define no tools of their own, so that the known catalog says all about what a file shows.</summary>
    public bool MayDefineTools => Texts.Any(layer => PolicyFile.MayDefineTools(layer.File.Text));

    internal IReadOnlyList<Node> Nodes { get; }

    /// <summary>The phase that <paramref name="asOf"/> lies in: the shortest one of all layers'.</summary>
    /// <param name="exemptionTexts">The texts of exemptions from the policy.</param>
    public PolicyPhase Phase(Day asOf, params IReadOnlyList<string> exemptionTexts)
    {
        var phases = Texts.Select(layer => PolicyPhase.Of(layer.File.Text, asOf));
        if (exemptionTexts.Count > 0)
        {
            List<int> periods = [ExemptionRules.LongestPeriod, .. Texts.SelectMany(layer => PolicyPhase.LongestPeriods(layer.File.Text)).Distinct()];
            phases = phases.Concat(exemptionTexts.Select(text => PolicyPhase.OfExemptions(text, periods, asOf)));
        }

        return new(phases.Select(phase => phase.Since ?? Day.First).DefaultIfEmpty(Day.First).Max());
    }

    /// <summary>Follows <c>extends</c> from the layers that hold at a place.</summary>
    /// <param name="stack">The files that hold there by where they stand, the nearest first: each is below all that follow.</param>
    /// <param name="above">Layers that are above all of these and beside each other, such as those that packages bring into a build.</param>
    /// <param name="sources">Find what <c>extends</c> names; the first that understands a reference is asked.</param>
    public static PolicyLayers Collect(IReadOnlyList<LayerText> stack, IReadOnlyList<LayerText> above, params IReadOnlyList<ILayerSource> sources)
    {
        var collector = new LayerCollector(sources);
        collector.Run(stack, above);
        return new PolicyLayers(collector.Nodes, FindingOrder.Sort(collector.Findings));
    }

    /// <summary>What <see cref="Collect"/> gave elsewhere, for a host that can look nothing up.</summary>
    /// <param name="texts">As <see cref="Texts"/>.</param>
    /// <param name="above">As <see cref="DirectlyAbove"/>, for each of them.</param>
    public static PolicyLayers Restore(IReadOnlyList<LayerText> texts, IReadOnlyList<IReadOnlyList<int>> above)
    {
        List<Node> nodes = [.. texts.Select(layer => new Node(layer))];
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].Above.AddRange(above[i].Where(index => index >= 0 && index < nodes.Count && index != i).Select(index => nodes[index]));
        }

        return new PolicyLayers(nodes, []);
    }

    /// <summary>The indexes of the layers directly above the one at <paramref name="index"/>.</summary>
    public IReadOnlyList<int> DirectlyAbove(int index) => [.. Nodes[index].Above.Select(above => Nodes.ToList().IndexOf(above)).OrderBy(place => place)];

    /// <summary>A layer and those directly above it.</summary>
    internal sealed class Node(LayerText layer)
    {
        private JsonDocument? _document;

        public LayerText Layer { get; } = layer;

        /// <summary>Read when somebody asks: most builds do not need to understand a policy.</summary>
        public JsonDocument Document => _document ??= JsonReader.Read(Layer.File, JsonOptions.Relaxed);

        /// <summary>The way that led here first.</summary>
        public IReadOnlyList<string> Chain { get; init; } = [];

        public int Depth { get; init; }

        public List<Node> Above { get; } = [];

        /// <summary>Whether the other one is above this one, at any distance.</summary>
        public bool Reaches(Node other) => AllAbove().Contains(other);

        /// <summary>All layers above this one, at any distance, each once.</summary>
        public HashSet<Node> AllAbove()
        {
            var all = new HashSet<Node>();
            var waiting = new Stack<Node>(Above);
            while (waiting.Count > 0)
            {
                if (waiting.Pop() is var node && all.Add(node))
                {
                    node.Above.ForEach(waiting.Push);
                }
            }

            return all;
        }
    }
}
