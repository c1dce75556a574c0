namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Batch files of cmd.exe.</summary>
internal sealed class BatchReader(ShellScript script) : ShellReader(script)
{
    private static readonly string[] OneOperand = ["exist", "defined", "errorlevel", "cmdextversion"];

    public override void Read()
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case ' ' or '\t':
                    At++;
                    break;
                case '^' when Continuation('^') is var length and > 0:
                    At += length;
                    break;
                case '\n' or '\r' or '&' or '|' or ')':
                    EndCommand();
                    At++;
                    break;
                case '@' or '(' when Words.Count == 0:
                    At++;
                    break;
                case ':' when Words.Count == 0:
                    SkipLine();
                    break;
                case '>' or '<':
                    At += Peek(1) is '>' or '&' ? 2 : 1;
                    SkipBlanks();
                    ReadWord();
                    break;
                default:
                    ReadNextWord();
                    break;
            }
        }

        EndCommand();
    }

    private void ReadNextWord()
    {
        var word = ReadSome();
        if (Words.Count > 0)
        {
            Words.Add(word);
            return;
        }

        switch (word.IsQuoted ? "" : word.Text.ToLowerInvariant())
        {
            case "rem":
                SkipLine();
                break;
            case "if":
                SkipCondition();
                break;
            case "for":
                SkipLoop();
                break;
            case "else" or "do":
                break;
            default:
                Words.Add(word);
                break;
        }
    }

    private void SkipCondition()
    {
        var word = ReadOperand();
        while (word is "not" or "/i")
        {
            word = ReadOperand();
        }

        var isWhole = Array.IndexOf(OneOperand, word) < 0 && word.IndexOf("==", StringComparison.Ordinal) is var equal and >= 0 && equal + 2 < word.Length;
        if (isWhole)
        {
            return;
        }

        var second = ReadOperand();
        var needsThird = Array.IndexOf(OneOperand, word) < 0 && !word.EndsWith("==", StringComparison.Ordinal) && !(second.StartsWith("==", StringComparison.Ordinal) && second.Length > 2);
        if (needsThird)
        {
            ReadOperand();
        }
    }

    // for %%i in (…) do
    private void SkipLoop()
    {
        while (!AtEnd && Current is not ('\n' or '\r'))
        {
            SkipBlanks();
            if (Current == '(')
            {
                SkipBalanced('(', ')', '^');
            }
            else if (Current is ')' or '&' or '|' or '<' or '>')
            {
                At++;
            }
            else if (!AtEnd && Current is not ('\n' or '\r') && ReadSome().Text.EqualsIgnoringCase("do"))
            {
                return;
            }
        }
    }

    private string ReadOperand()
    {
        SkipBlanks();
        return AtEnd || Current is '\n' or '\r' ? "" : ReadSome().Text.ToLowerInvariant();
    }

    private ShellWord ReadSome()
    {
        var before = At;
        var word = ReadWord();
        At = At == before ? At + 1 : At;
        return word;
    }

    private ShellWord ReadWord()
    {
        var word = new WordBuilder(At);
        while (!AtEnd)
        {
            switch (Current)
            {
                case '^' when Continuation('^') is var length and > 0:
                    At += length;
                    break;
                case '^' when Peek(1) != '\0':
                    At++;
                    word.Append(Current, At++);
                    break;
                case '"':
                    ReadQuoted(word);
                    break;
                case ' ' or '\t' or '\n' or '\r' or '&' or '|' or '<' or '>' or ')':
                    return word.Build(At);
                default:
                    word.Append(Current, At++);
                    break;
            }
        }

        return word.Build(At);
    }

    private void ReadQuoted(WordBuilder word)
    {
        word.IsQuoted = true;
        for (At++; !AtEnd && Current is not ('"' or '\n' or '\r'); At++)
        {
            word.Append(Current, At);
        }

        At += Current == '"' ? 1 : 0;
    }
}
