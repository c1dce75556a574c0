using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Containers;

/// <summary>Reads a Dockerfile as BuildKit does: escape directive, continued lines with comments and empty lines between them, here-documents.</summary>
public sealed class DockerfileReader
{
    private static readonly string[] WithDocuments = ["RUN", "COPY", "ADD"];

    private static readonly string[] WithFlags = ["RUN", "COPY", "ADD", "FROM", "CMD", "ENTRYPOINT", "HEALTHCHECK", "ONBUILD"];

    private readonly PlacedText _text;
    private readonly char _escape;
    private int _at;

    private DockerfileReader(PlacedText text) => (_text, _escape) = (text, EscapeOf(text.Text));

    private bool AtEnd => _at >= _text.Text.Length;

    public static IEnumerable<DockerInstruction> Read(PlacedText text)
    {
        var reader = new DockerfileReader(text);
        while (!reader.AtEnd)
        {
            if (reader.ReadInstruction() is { } instruction)
            {
                yield return instruction;
            }
        }
    }

    /// <summary>An instruction out of one logical line, such as stands behind ONBUILD.</summary>
    public static DockerInstruction Parse(PlacedText line, Func<string, IReadOnlyList<PlacedText>> documents)
    {
        var text = line.Text;
        var end = WordEnd(text, 0);
        var name = text.Substring(0, end).ToUpperInvariant();
        var start = SkipBlanks(text, end);
        var flags = new List<PlacedText>();
        while (WithFlags.Contains(name) && string.CompareOrdinal(text, start, "--", 0, 2) == 0)
        {
            end = WordEnd(text, start);
            if (end - start > 2)
            {
                flags.Add(line.Part(start, end - start));
            }

            var isLast = end - start == 2;
            start = SkipBlanks(text, end);
            if (isLast)
            {
                break;
            }
        }

        var arguments = line.Part(start, text.TrimEnd().Length is var length && length > start ? length - start : 0);
        return new DockerInstruction(name, flags, arguments, documents(name), line.At(0, name.Length));
    }

    private DockerInstruction? ReadInstruction()
    {
        var line = ReadLogicalLine();
        return line.Text.Length == 0 ? null : Parse(line, name => WithDocuments.Contains(name) ? ReadDocuments(line.Text) : []);
    }

    private PlacedText ReadLogicalLine()
    {
        var line = new PlacedText.Builder(_text.File);
        var isFirst = true;
        for (var goesOn = true; goesOn && !AtEnd; isFirst = false)
        {
            var (start, end) = NextLine();
            var first = SkipBlanks(_text.Text, start, end);
            if (first == end || _text.Text[first] == '#')
            {
                // Between continued lines comments and empty lines count for nothing.
                goesOn = !isFirst;
                continue;
            }

            var cut = BeforeContinuation(start, end);
            goesOn = cut >= 0;
            Append(line, isFirst ? first : start, goesOn ? cut : end);
        }

        return line.Build();
    }

    private void Append(PlacedText.Builder line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            line.Append(_text.Text[i], _text.OffsetOf(i));
        }
    }

    // The offset of the escape character that ends the line, or -1. Two of them are one that is meant.
    private int BeforeContinuation(int start, int end)
    {
        var last = end - 1;
        while (last >= start && _text.Text[last] is ' ' or '\t')
        {
            last--;
        }

        return last >= start && _text.Text[last] == _escape && (last == start || _text.Text[last - 1] != _escape) ? last : -1;
    }

    private List<PlacedText> ReadDocuments(string line)
    {
        var documents = new List<PlacedText>();
        foreach (var (delimiter, trimsTabs) in Delimiters(line))
        {
            var start = _at;
            var bodyEnd = _at;
            while (!AtEnd)
            {
                var (from, to) = NextLine();
                var text = _text.Text.Substring(from, to - from);
                bodyEnd = from;
                if ((trimsTabs ? text.TrimStart('\t') : text) == delimiter)
                {
                    break;
                }

                bodyEnd = _at;
            }

            documents.Add(_text.Part(start, bodyEnd - start));
        }

        return documents;
    }

    // <<EOF, <<-EOF, <<"EOF"; in quotes it is no here-document.
    private static IEnumerable<(string Delimiter, bool TrimsTabs)> Delimiters(string line)
    {
        var quote = '\0';
        for (var i = 0; i + 2 < line.Length; i++)
        {
            if (line[i] is '"' or '\'' && (quote == '\0' || quote == line[i]))
            {
                quote = quote == '\0' ? line[i] : '\0';
            }
            else if (quote == '\0' && line[i] == '<' && line[i + 1] == '<' && (i == 0 || line[i - 1] != '<'))
            {
                var trims = line[i + 2] == '-';
                var start = i + (trims ? 3 : 2);
                var word = start < line.Length ? line.Substring(start, WordEnd(line, start) - start) : "";
                var name = word.Trim('"', '\'');
                if (name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-'))
                {
                    yield return (name, trims);
                }
            }
        }
    }

    private (int Start, int End) NextLine()
    {
        var start = _at;
        var end = _text.Text.IndexOfAny(['\n', '\r'], start);
        end = end < 0 ? _text.Text.Length : end;
        _at = end + (end + 1 < _text.Text.Length && _text.Text[end] == '\r' && _text.Text[end + 1] == '\n' ? 2 : 1);
        _at = Math.Min(_at, _text.Text.Length);
        return (start, end);
    }

    // Directives stand before everything else, comments included.
    private static char EscapeOf(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Trim().Split(['='], 2);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[0][0] != '#')
            {
                break;
            }

            var key = parts[0].Substring(1).Trim().ToLowerInvariant();
            if (key == "escape")
            {
                return parts[1].Trim() == "`" ? '`' : '\\';
            }

            if (key is not ("syntax" or "check"))
            {
                break;
            }
        }

        return '\\';
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && !char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static int SkipBlanks(string text, int start) => SkipBlanks(text, start, text.Length);

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }
}
