using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Xml;

/// <summary>An element of an XML text, with its place. Names are local names: the formats read here use one namespace at most.</summary>
public sealed class XmlElement(SourceFile file, string name, int offset, int length, XmlElement? parent)
{
    private readonly List<XmlElement> _children = [];
    private readonly List<XmlAttributeValue> _attributes = [];
    private StringBuilder? _text;

    public string Name { get; } = name;

    public XmlElement? Parent { get; } = parent;

    /// <summary>0-based offset of the start tag's first character.</summary>
    public int Offset => offset;

    /// <summary>The offset after the whole element; null where the text ends before the element does.</summary>
    public int? EndOffset { get; internal set; }

    /// <summary>The start tag, from <c>&lt;</c> to <c>&gt;</c>.</summary>
    public Location Location => file.At(offset, length);

    /// <summary>The place of a part of the text inside; the start tag where it stands there in another form.</summary>
    public Location LocationOf(string part)
    {
        var start = file.Text.IndexOf(part, offset + length, StringComparison.Ordinal);
        var end = file.Text.IndexOf("</", offset + length, StringComparison.Ordinal);
        return start >= 0 && start < end ? file.At(start, part.Length) : Location;
    }

    public IReadOnlyList<XmlElement> Children => _children;

    public IReadOnlyList<XmlAttributeValue> Attributes => _attributes;

    /// <summary>The character data directly inside, trimmed.</summary>
    public string Text => _text?.ToString().Trim() ?? "";

    public bool Is(string elementName) => string.Equals(Name, elementName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The attribute of that name, compared without case as MSBuild's own reader is lenient in places, or null.</summary>
    public XmlAttributeValue? Attribute(string attributeName) =>
        _attributes.Find(a => string.Equals(a.Name, attributeName, StringComparison.OrdinalIgnoreCase));

    /// <summary>An attribute or, as MSBuild metadata may be written, a child element of that name.</summary>
    public string? Metadata(string key) =>
        Attribute(key)?.Value ?? _children.Find(c => c.Is(key))?.Text;

    /// <summary>This element and everything below it, in the order of the text.</summary>
    public IEnumerable<XmlElement> SelfAndDescendants()
    {
        var open = new Stack<XmlElement>();
        open.Push(this);
        while (open.Count > 0)
        {
            var element = open.Pop();
            yield return element;
            for (var i = element._children.Count - 1; i >= 0; i--)
            {
                open.Push(element._children[i]);
            }
        }
    }

    internal void Add(XmlElement child) => _children.Add(child);

    internal void Add(XmlAttributeValue attribute) => _attributes.Add(attribute);

    internal void AddText(string text) => (_text ??= new StringBuilder()).Append(text);
}

/// <summary>An attribute's decoded value and where the value stands between its quotes.</summary>
public sealed record XmlAttributeValue(SourceFile File, string Name, string Value, int Offset, int Length)
{
    public Location Location => File.At(Offset, Length);

    /// <summary>The place of a part of the value; of the whole value where entities make offsets unequal.</summary>
    public Location LocationOf(int start, int length) =>
        Length == Value.Length ? File.At(Offset + start, length) : Location;
}
