using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Comments that begin with a hash, outside of strings, here-documents and block scalars.</summary>
internal sealed class HashComments(SourceFile file, HashStyle style)
{
    private string? _quote;
    private string? _hereDocument;
    private int? _blockBelow;

    public IEnumerable<PlacedText> Read()
    {
        foreach (var line in TextLine.Of(file))
        {
            if (!IsText(line.Text) && CommentIn(line.Text) is { } start)
            {
                yield return PlacedText.Of(file, line.Offset + start + 1, line.Text.Length - start - 1);
            }
        }
    }

    // Whether the line belongs to a text that an earlier line has begun.
    private bool IsText(string line)
    {
        if (_hereDocument is not null)
        {
            _hereDocument = line.Trim() == _hereDocument ? null : _hereDocument;
            return true;
        }

        if (_blockBelow is { } below)
        {
            if (string.IsNullOrWhiteSpace(line) || Indentation(line) > below)
            {
                return true;
            }

            _blockBelow = null;
        }

        return false;
    }

    // Where the comment's hash stands, or null; what the line begins and does not end is kept for the next one.
    private int? CommentIn(string line)
    {
        var startedInQuote = _quote is not null;
        for (var i = 0; i < line.Length; i++)
        {
            if (_quote is not null)
            {
                i = Quoted(line, i);
            }
            else if (line[i] == '#' && (line.Substring(0, i).Trim().Length == 0 ? !startedInQuote : style.MayFollow && char.IsWhiteSpace(line[i - 1])))
            {
                NoteBlock(line.Substring(0, i));
                return i;
            }
            else if (style.HasQuotes && line[i] is '"' or '\'' && (!style.QuotesBeginValues || BeginsValue(line, i)))
            {
                i = Open(line, i);
            }
            else if (style.HasHereDocuments && line[i] == '<')
            {
                _hereDocument ??= HereDocument(line, i);
            }
        }

        _quote = style.QuotesSpanLines || _quote?.Length == 3 ? _quote : null;
        NoteBlock(line);
        return null;
    }

    private int Open(string line, int index)
    {
        var triple = new string(line[index], 3);
        _quote = style.HasTripleQuotes && string.CompareOrdinal(line, index, triple, 0, 3) == 0 ? triple : line[index].ToString();
        return index + _quote.Length - 1;
    }

    private int Quoted(string line, int index)
    {
        if ((line[index] == '\\' && _quote![0] == '"') || IsDoubled(line, index))
        {
            return index + 1;
        }

        if (string.CompareOrdinal(line, index, _quote, 0, _quote!.Length) != 0)
        {
            return index;
        }

        var end = index + _quote.Length - 1;
        _quote = null;
        return end;
    }

    // 'it''s'
    private bool IsDoubled(string line, int index) =>
        style.QuotesBeginValues && _quote == "'" && line[index] == '\'' && index + 1 < line.Length && line[index + 1] == '\'';

    private static bool BeginsValue(string line, int index)
    {
        var before = line.Substring(0, index).TrimEnd();
        return before.Length == 0 || before[before.Length - 1] is ':' or '-' or '[' or '{' or ',' or '?' or '!';
    }

    // <<WORD, <<-WORD, <<"WORD"; not <<<.
    private static string? HereDocument(string line, int index)
    {
        if (string.CompareOrdinal(line, index, "<<", 0, 2) != 0 || string.CompareOrdinal(line, index, "<<<", 0, 3) == 0 || (index > 0 && line[index - 1] == '<'))
        {
            return null;
        }

        var word = line.Substring(index + 2).TrimStart('-').TrimStart().TrimStart('"', '\'', '\\');
        var length = word.TakeWhile(c => char.IsLetterOrDigit(c) || c == '_').Count();
        return length == 0 ? null : word.Substring(0, length);
    }

    private void NoteBlock(string line)
    {
        if (!style.HasBlockScalars || _quote is not null)
        {
            return;
        }

        var trimmed = line.TrimEnd();
        var header = trimmed.TrimEnd('+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (header.Length > 0 && header[header.Length - 1] is '|' or '>' && header.Length > 1 && char.IsWhiteSpace(header[header.Length - 2]))
        {
            _blockBelow = Indentation(line);
        }
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
