using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>A value of a YAML text, with its place. Tags are not read: nothing in a text can make a type.</summary>
public abstract class YamlNode(YamlTree tree, int offset)
{
    /// <summary>0-based offset of the first character.</summary>
    public int Offset { get; } = offset;

    public SourceFile File => Tree.File;

    public virtual Location Location => File.At(Offset, 1);

    internal YamlTree Tree { get; } = tree;

    /// <summary>The value of the first entry of that name, the entries of merged mappings included; null where there is none, or no mapping.</summary>
    public YamlNode? this[string key] => (this as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;

    /// <summary>The text of a scalar entry; null where there is none.</summary>
    public YamlScalar? Scalar(string key) => this[key] as YamlScalar;

    /// <summary>The entries of a mapping, in the order of the text; none for anything else.</summary>
    public IEnumerable<YamlEntry> Members => (this as YamlMapping)?.Entries ?? [];

    /// <summary>The items of a sequence; a single value stands for a sequence of one, as most formats have it. A mapping has none.</summary>
    public IEnumerable<YamlNode> Items => this switch
    {
        YamlSequence sequence => sequence.Values,
        YamlScalar scalar => [scalar],
        _ => [],
    };

    /// <summary>This node and everything written below it, each once: what aliases stand for is found where it is written.</summary>
    public IEnumerable<YamlNode> SelfAndDescendants()
    {
        var open = new Stack<YamlNode>();
        open.Push(this);
        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }

    internal virtual IReadOnlyList<YamlNode> Children => [];
}

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

public sealed class YamlMapping(YamlTree tree, int offset) : YamlNode(tree, offset)
{
    private readonly List<YamlNode> _children = [];

    /// <summary>The entries with a scalar key, then those of mappings merged with <c>&lt;&lt;</c>. Aliases are followed.</summary>
    public IEnumerable<YamlEntry> Entries
    {
        get
        {
            for (var i = 0; i + 1 < _children.Count; i += 2)
            {
                if (Tree.Follow(_children[i]) is YamlScalar key && Tree.Follow(_children[i + 1]) is { } value)
                {
                    foreach (var entry in key is { Value: "<<", IsPlain: true } ? Merged(value) : [new YamlEntry(key, value)])
                    {
                        yield return entry;
                    }
                }
            }
        }
    }

    // Keys and values by turns.
    internal override IReadOnlyList<YamlNode> Children => _children;

    internal void Add(YamlNode node) => _children.Add(node);

    private static IEnumerable<YamlEntry> Merged(YamlNode value) =>
        value is YamlSequence sequence ? sequence.Values.SelectMany(v => v.Members) : value.Members;
}

public sealed class YamlSequence(YamlTree tree, int offset) : YamlNode(tree, offset)
{
    private readonly List<YamlNode> _children = [];

    /// <summary>The items; aliases are followed.</summary>
    public IEnumerable<YamlNode> Values => _children.Select(Tree.Follow).OfType<YamlNode>();

    internal override IReadOnlyList<YamlNode> Children => _children;

    internal void Add(YamlNode node) => _children.Add(node);
}

/// <summary>Stands for an anchored node that came before.</summary>
internal sealed class YamlAlias(YamlTree tree, int offset, YamlNode? target) : YamlNode(tree, offset)
{
    public YamlNode? Target { get; } = target;
}
