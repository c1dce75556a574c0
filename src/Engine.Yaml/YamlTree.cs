using AiToolPolicy.Engine.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>What reading a YAML text gave: as much of its documents as was read, and the problem that ended the reading, if any.</summary>
public sealed class YamlTree
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 250_000;
    private const int MaxFollowed = 100_000;

    private readonly List<YamlNode> _documents = [];
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<YamlNode> _open = new();
    private int _nodes;
    private int _followed;

    private YamlTree(SourceFile file) => File = file;

    public SourceFile File { get; }

    public IReadOnlyList<YamlNode> Documents => _documents;

    /// <summary>To be asked after the documents were looked at: following aliases may add one.</summary>
    public YamlProblem? Problem { get; private set; }

    /// <summary>Never throws on bad input.</summary>
    public static YamlTree Read(SourceFile file)
    {
        var tree = new YamlTree(file);
        var parser = new Parser(new StringReader(file.Text));
        try
        {
            while (tree.Problem is null && parser.MoveNext())
            {
                tree.Take(parser.Current!);
            }
        }
        catch (YamlException error)
        {
            tree.Problem = new YamlProblem(Sentence(error.Message), file.At((int)error.Start.Index, 1));
        }
        // The parser trips over some malformed texts in ways of its own, and then knows no place but that of the last thing it read.
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            tree.Problem = new YamlProblem("This is no valid YAML.", file.At((int)(parser.Current?.End.Index ?? 0), 1));
        }

        return tree;
    }

    /// <summary>The node itself, or the one that an alias stands for. A text can have so many aliases of aliases that following them all never ends: past a bound none is followed.</summary>
    internal YamlNode? Follow(YamlNode node)
    {
        if (node is not YamlAlias alias)
        {
            return node;
        }

        if (++_followed <= MaxFollowed)
        {
            return alias.Target;
        }

        Problem ??= new YamlProblem($"More than {MaxFollowed} aliases lead from here on; they are not followed.", alias.Location);
        return null;
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case Scalar scalar:
                Add(new YamlScalar(this, (int)scalar.Start.Index, (int)scalar.End.Index, scalar.Value, scalar.Style), scalar.Anchor);
                break;
            case AnchorAlias alias:
                _anchors.TryGetValue(alias.Value.Value, out var target);
                // An alias inside the node that it stands for would make a circle.
                Add(new YamlAlias(this, (int)alias.Start.Index, target is not null && _open.Contains(target) ? null : target), AnchorName.Empty);
                break;
            case MappingStart mapping:
                Open(new YamlMapping(this, (int)mapping.Start.Index), mapping.Anchor);
                break;
            case SequenceStart sequence:
                Open(new YamlSequence(this, (int)sequence.Start.Index), sequence.Anchor);
                break;
            case MappingEnd or SequenceEnd:
                _open.Pop();
                break;
            case DocumentStart:
                _anchors.Clear();
                break;
        }
    }

    private void Open(YamlNode node, AnchorName anchor)
    {
        Add(node, anchor);
        _open.Push(node);
        if (_open.Count > MaxDepth)
        {
            Problem = new YamlProblem($"The YAML is nested more than {MaxDepth} deep.", node.Location);
        }
    }

    private void Add(YamlNode node, AnchorName anchor)
    {
        if (++_nodes > MaxNodes)
        {
            Problem = new YamlProblem($"The YAML is of more than {MaxNodes} nodes.", node.Location);
        }

        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        switch (_open.Count == 0 ? null : _open.Peek())
        {
            case YamlMapping mapping:
                mapping.Add(node);
                break;
            case YamlSequence sequence:
                sequence.Add(node);
                break;
            default:
                _documents.Add(node);
                break;
        }
    }

    private static string Sentence(string message) => PlainText.Safe(message.TrimEnd().TrimEnd('.') + ".");
}

public sealed record YamlProblem(string Message, Location Location);
