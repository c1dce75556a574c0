namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Words of a POSIX shell, with their quotes, escapes and expansions. What is substituted in them is read as commands of its own.</summary>
internal abstract class PosixWordReader(ShellScript script) : ShellReader(script)
{
    /// <summary>Reads commands from a place up to what closes them.</summary>
    protected abstract void ReadNested(int from, char closer);

    protected ShellWord ReadWord()
    {
        var start = At;
        var word = new WordBuilder(At);
        while (!AtEnd)
        {
            switch (Current)
            {
                case '\\':
                    ReadEscape(word);
                    break;
                case '\'':
                    ReadSingleQuoted(word);
                    break;
                case '"':
                    ReadDoubleQuoted(word);
                    break;
                case '$':
                    ReadDollar(word);
                    break;
                case '`':
                    ReadBackticks(word);
                    break;
                case '(' when At > start && word.Last is '=' or '?' or '*' or '+' or '@' or '!':
                    // An array, or a pattern.
                    SkipBalanced('(', ')', '\\');
                    word.AppendUnknown(At);
                    break;
                case ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '(' or ')' or '<' or '>':
                    return word.Build(At);
                default:
                    word.Append(Current, At++);
                    break;
            }
        }

        return word.Build(At);
    }

    private void ReadEscape(WordBuilder word)
    {
        if (Continuation('\\') is var length and > 0)
        {
            At += length;
            return;
        }

        At++;
        if (!AtEnd)
        {
            word.Append(Current, At++);
        }
    }

    private void ReadSingleQuoted(WordBuilder word)
    {
        word.IsQuoted = true;
        for (At++; !AtEnd && Current != '\''; At++)
        {
            word.Append(Current, At);
        }

        At++;
    }

    private void ReadDoubleQuoted(WordBuilder word)
    {
        word.IsQuoted = true;
        At++;
        while (!AtEnd && Current != '"')
        {
            switch (Current)
            {
                case '\\' when Continuation('\\') > 0 || Peek(1) is '"' or '\\' or '$' or '`':
                    ReadEscape(word);
                    break;
                case '$':
                    ReadDollar(word);
                    break;
                case '`':
                    ReadBackticks(word);
                    break;
                default:
                    word.Append(Current, At++);
                    break;
            }
        }

        At++;
    }

    private void ReadDollar(WordBuilder word)
    {
        var start = At;
        switch (Peek(1))
        {
            case '(' when Peek(2) == '(':
                At++;
                SkipBalanced('(', ')', '\\');
                word.AppendUnknown(start);
                break;
            case '(':
                ReadNested(At + 2, ')');
                word.AppendUnknown(start);
                break;
            case '{':
                At++;
                SkipBalanced('{', '}', '\\');
                word.AppendUnknown(start);
                break;
            case '\'' when !word.IsQuoted:
                At++;
                break;
            default:
                word.Append('$', At++);
                break;
        }
    }

    private void ReadBackticks(WordBuilder word)
    {
        var start = At;
        for (At++; !AtEnd && Current != '`'; At++)
        {
            At += Current == '\\' ? 1 : 0;
        }

        if (!IsTooDeep)
        {
            new PosixReader(Script.Part(start + 1, At)).Read();
        }

        At = Math.Min(At + 1, End);
        word.AppendUnknown(start);
    }
}
