using System.Globalization;
using System.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>Writes indented JSON with <c>\n</c> line ends. The nesting of the calls is the nesting of the text, so brackets always match.</summary>
public sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    /// <summary>The text of one object, with a line end.</summary>
    public static string Object(Action<JsonWriter> members)
    {
        var writer = new JsonWriter();
        writer.Nest('{', () => members(writer), '}');
        return writer._text.Append('\n').ToString();
    }

    public void Object(string name, Action members) => Member(name, () => Nest('{', members, '}'));

    /// <summary>An object as an item of an array.</summary>
    public void Object(Action members) => Item(() => Nest('{', members, '}'));

    public void Array(string name, Action items) => Member(name, () => Nest('[', items, ']'));

    /// <summary>An array with one object for each item.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> members) => Array(name, () =>
    {
        foreach (var item in items)
        {
            Object(() => members(item));
        }
    });

    /// <summary>An array of texts.</summary>
    public void Strings(string name, IEnumerable<string> items) => Array(name, () =>
    {
        foreach (var item in items)
        {
            Item(() => AppendQuoted(item));
        }
    });

    /// <summary>A member; with null it is left out.</summary>
    public void String(string name, string? value)
    {
        if (value is not null)
        {
            Member(name, () => AppendQuoted(value));
        }
    }

    /// <summary>A string as an item of an array.</summary>
    public void String(string value) => Item(() => AppendQuoted(value));

    public void Number(string name, int value) => Member(name, () => _text.Append(value.ToString(CultureInfo.InvariantCulture)));

    public void Boolean(string name, bool value) => Member(name, () => _text.Append(value ? "true" : "false"));

    public void Null(string name) => Member(name, () => _text.Append("null"));

    private void Member(string name, Action value) => Item(() =>
    {
        AppendQuoted(name);
        _text.Append(": ");
        value();
    });

    private void Item(Action value)
    {
        _text.Append(_isFirst ? "\n" : ",\n").Append(' ', _depth * 2);
        _isFirst = false;
        value();
    }

    private void Nest(char open, Action content, char close)
    {
        _text.Append(open);
        _depth++;
        _isFirst = true;
        content();
        _depth--;
        if (!_isFirst)
        {
            _text.Append('\n').Append(' ', _depth * 2);
        }

        _text.Append(close);
        _isFirst = false;
    }

    private void AppendQuoted(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            Append(value, ref i);
        }

        _text.Append('"');
    }

    private void Append(string value, ref int index)
    {
        var c = value[index];
        var length = char.IsSurrogatePair(value, index) ? 2 : 1;
        if (c is '"' or '\\')
        {
            _text.Append('\\').Append(c);
        }
        else if (char.IsSurrogate(c) && length == 1)
        {
            // Half a character is no text; strict readers refuse even its escape.
            _text.Append('\uFFFD');
        }
        else if (IsInvisible(value, index))
        {
            AppendEscaped(value, index, length);
        }
        else
        {
            _text.Append(value, index, length);
        }

        index += length - 1;
    }

    private void AppendEscaped(string value, int index, int length)
    {
        for (var i = index; i < index + length; i++)
        {
            _text.Append("\\u").Append(((int)value[i]).ToString("x4", CultureInfo.InvariantCulture));
        }
    }

    // Escaped, so that a reader of the file sees that they are there.
    private static bool IsInvisible(string value, int index) => CharUnicodeInfo.GetUnicodeCategory(value, index) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
