using System.Xml;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Xml;

/// <summary>What reading an XML text gave: as much of the tree as was read, and the problem that ended the reading, if any.</summary>
public sealed record XmlTree(XmlElement? Root, XmlProblem? Problem)
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 1_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        // No DTD, so no entity can reach a file, a network address or exponential size.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Never throws on bad input.</summary>
    public static XmlTree Read(SourceFile file)
    {
        XmlElement? root = null;
        XmlElement? current = null;
        using var text = new StringReader(file.Text);
        using var reader = XmlReader.Create(text, Settings);
        try
        {
            for (var nodes = 0; reader.Read(); nodes++)
            {
                if (reader.Depth > MaxDepth || nodes > MaxNodes)
                {
                    var limit = reader.Depth > MaxDepth ? $"nested more than {MaxDepth} deep" : $"of more than {MaxNodes} nodes";
                    return new XmlTree(root, new XmlProblem($"The XML is {limit}.", At(file, reader)));
                }

                current = Take(file, reader, current);
                root ??= current;
            }

            return new XmlTree(root, null);
        }
        catch (XmlException error)
        {
            var offset = error.LineNumber > 0 ? file.OffsetOf(error.LineNumber, error.LinePosition) : PlaceOfUnplaced(file);
            return new XmlTree(root, new XmlProblem(WithoutPosition(error.Message), file.At(offset, 1)));
        }
    }

    private static XmlElement? Take(SourceFile file, XmlReader reader, XmlElement? current)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = ReadElement(file, reader, current);
                current?.Add(element);
                element.EndOffset = reader.IsEmptyElement ? element.Offset + TagLength(file.Text, element.Offset) : null;
                return reader.IsEmptyElement && current is not null ? current : element;
            case XmlNodeType.EndElement:
                if (current is not null)
                {
                    current.EndOffset = file.Text.IndexOf('>', Offset(file, reader)) + 1;
                }

                return current?.Parent ?? current;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                current?.AddText(reader.Value);
                return current;
            default:
                return current;
        }
    }

    private static XmlElement ReadElement(SourceFile file, XmlReader reader, XmlElement? parent)
    {
        // The reader's position is that of the name; the tag begins one character before.
        var offset = Offset(file, reader) - 1;
        var element = new XmlElement(file, reader.LocalName, offset, TagLength(file.Text, offset), parent);
        while (reader.MoveToNextAttribute())
        {
            var start = ValueStart(file.Text, Offset(file, reader));
            var end = file.Text.IndexOf(file.Text[start - 1], start);
            element.Add(new XmlAttributeValue(file, reader.LocalName, reader.Value, start, Math.Max(end, start) - start));
        }

        reader.MoveToElement();
        return element;
    }

    private static int Offset(SourceFile file, XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        return file.OffsetOf(place.LineNumber, place.LinePosition);
    }

    private static Location At(SourceFile file, XmlReader reader) => file.At(Offset(file, reader), 1);

    // The first character after the opening quote.
    private static int ValueStart(string text, int attribute) => text.IndexOfAny(['"', '\''], text.IndexOf('=', attribute)) + 1;

    private static int TagLength(string text, int offset)
    {
        var quote = '\0';
        for (var i = offset; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1 - offset;
            }
        }

        return text.Length - offset;
    }

    // The framework says no place for two errors: a document type, and the lack of any element.
    private static int PlaceOfUnplaced(SourceFile file) => Math.Max(0, file.Text.IndexOf("<!DOCTYPE", StringComparison.Ordinal));

    // The framework appends " Line 3, position 5." to its messages; our findings have a place of their own.
    private static string WithoutPosition(string message)
    {
        var end = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return PlainText.Safe(end < 0 ? message : message.Substring(0, end));
    }
}

public sealed record XmlProblem(string Message, Location Location);
