using AiToolPolicy.Engine.Text;
using YamlDotNet.Core;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>A text in a YAML text: plain, quoted or a block.</summary>
/// <param name="end">Offset after the last character.</param>
public sealed class YamlScalar(YamlTree tree, int offset, int end, string value, ScalarStyle style) : YamlNode(tree, offset)
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    // \U and eight digits: the only escape that may stand for two characters.
    private const int LongEscape = 10;

    private PlacedText? _text;

    public string Value { get; } = value;

    public bool IsPlain { get; } = style == ScalarStyle.Plain;

    /// <summary>The value, of which every character but a blank knows its exact place, through folding, indentation and escapes.</summary>
    public PlacedText Text => _text ??= PlacedText.Of(File, Value, Align(File.Text));

    /// <summary>The value without its quotes.</summary>
    public override Location Location =>
        Value.Trim() is { Length: > 0 } text ? Text.At(Value.Length - Value.TrimStart().Length, text.Length) : File.At(Offset, 1);

    // The characters that are no blanks stand in the file in the order of the value; between them are only blanks and, in quotes, escapes.
    private int[] Align(string source)
    {
        var offsets = new int[Value.Length];
        var at = Math.Min(ContentStart(source), end);
        for (var i = 0; i < Value.Length; i++)
        {
            at = char.IsWhiteSpace(Value[i]) ? at : SkipBlanks(source, at);
            offsets[i] = Math.Min(at, Math.Max(Offset, end - 1));
            var escape = at < end && char.IsWhiteSpace(Value[i]) == IsEscapedBlank(source, at) ? EscapeLength(source, at) : 0;
            if (escape == LongEscape && char.IsHighSurrogate(Value[i]) && i + 1 < Value.Length)
            {
                offsets[++i] = at;
            }

            at += escape > 0 ? escape : at < end && source[at] == Value[i] ? 1 : 0;
        }

        return offsets;
    }

    private int ContentStart(string source)
    {
        var start = AfterProperties(source);
        if (style is not (ScalarStyle.Literal or ScalarStyle.Folded))
        {
            return IsPlain ? start : start + 1;
        }

        var lineEnd = source.IndexOfAny(LineEnds, start);
        return lineEnd < 0 ? end : lineEnd + 1;
    }

    // An anchor and a tag stand before the value, perhaps with a comment and a line break after them.
    private int AfterProperties(string source)
    {
        var at = Offset;
        while (at < end && source[at] is '&' or '!' or '#')
        {
            var isComment = source[at] == '#';
            while (at < end && !(isComment ? LineEnds.Contains(source[at]) : char.IsWhiteSpace(source[at])))
            {
                at++;
            }

            at = SkipBlanks(source, at);
        }

        return at;
    }

    private int SkipBlanks(string source, int at)
    {
        while (at < end && (char.IsWhiteSpace(source[at]) || IsEscapedBlank(source, at)))
        {
            at += char.IsWhiteSpace(source[at]) ? 1 : 2;
        }

        return at;
    }

    private bool IsEscapedBlank(string source, int at) =>
        style == ScalarStyle.DoubleQuoted && source[at] == '\\' && at + 1 < source.Length && " \t\r\nntrvfNLP_".IndexOf(source[at + 1]) >= 0;

    private int EscapeLength(string source, int at)
    {
        if (style == ScalarStyle.SingleQuoted)
        {
            return source[at] == '\'' ? 2 : 0;
        }

        if (style != ScalarStyle.DoubleQuoted || source[at] != '\\' || at + 1 >= source.Length)
        {
            return 0;
        }

        return source[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => LongEscape, _ => 2 };
    }
}
