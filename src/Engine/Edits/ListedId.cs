using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Edits;

/// <summary>An id in an attribute that may list several: <c>Include="A;B"</c>.</summary>
/// <param name="Start">0-based offset of the id in the file.</param>
/// <param name="IsAlone">Whether the attribute names nothing else.</param>
internal sealed record ListedId(XmlAttributeValue Attribute, int Start, int Length, bool IsAlone)
{
    /// <returns>Null where the attribute does not write the id literally.</returns>
    public static ListedId? Find(XmlAttributeValue? attribute, string id)
    {
        // With character references inside, offsets of the value are not those of the text.
        if (attribute is null || attribute.Length != attribute.Value.Length)
        {
            return null;
        }

        var position = 0;
        foreach (var part in attribute.Value.Split(';'))
        {
            var name = part.Trim();
            if (string.Equals(name, id, StringComparison.OrdinalIgnoreCase))
            {
                return new ListedId(
                    attribute,
                    attribute.Offset + position + part.IndexOf(name, StringComparison.Ordinal),
                    name.Length,
                    attribute.Value.Split(';').Count(other => other.Trim().Length > 0) == 1);
            }

            position += part.Length + 1;
        }

        return null;
    }

    /// <summary>Takes the id out of the list, with the semicolon and the blanks that led from it to the next one, or to it from the one before.</summary>
    public TextEdit Removal()
    {
        var (text, end) = (Attribute.File.Text, Attribute.Offset + Attribute.Length);
        var next = Start + Length;
        while (next < end && IsBetween(text[next]))
        {
            next++;
        }

        if (next < end)
        {
            return new TextEdit(Start, next - Start, "");
        }

        var before = Start;
        while (before > Attribute.Offset && IsBetween(text[before - 1]))
        {
            before--;
        }

        return new TextEdit(before, Start + Length - before, "");
    }

    public TextEdit Replacement(string id) => new(Start, Length, id);

    private static bool IsBetween(char c) => c == ';' || char.IsWhiteSpace(c);
}
