namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>PowerShell.</summary>
internal sealed class PowerShellReader(ShellScript script) : ShellReader(script)
{
    private static readonly string[] BeforeCommand =
        ["if", "elseif", "else", "while", "do", "until", "for", "foreach", "switch", "try", "catch", "finally", "return", "throw", "trap", "begin", "process", "end", "param", "."];

    private static readonly string[] BeforeName = ["function", "filter", "class", "enum", "using", "workflow", "configuration"];

    // Whether '&' or '.' makes a command of what would be a mere string.
    private bool _isCalled;

    public override void Read()
    {
        while (!AtEnd)
        {
            ReadCommands(closer: '\0');
        }
    }

    private void ReadCommands(char closer)
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case ' ' or '\t' or ',':
                    At++;
                    break;
                case '`' when Continuation('`') is var length and > 0:
                    At += length;
                    break;
                case '#':
                    SkipLine();
                    break;
                case '<' when Peek(1) == '#':
                    SkipPast("#>");
                    break;
                case '\n' or '\r' or ';' or '|' or '}':
                    EndStatement();
                    break;
                case '&':
                    ReadAmpersand();
                    break;
                case ')':
                    EndStatement();
                    if (closer == ')')
                    {
                        return;
                    }

                    break;
                default:
                    ReadElement();
                    break;
            }
        }

        EndCommand();
    }

    private void EndStatement()
    {
        EndCommand();
        _isCalled = false;
        At++;
    }

    private void ReadAmpersand()
    {
        var isCall = Words.Count == 0 && Peek(1) != '&';
        EndCommand();
        _isCalled = isCall;
        At += Peek(1) == '&' ? 2 : 1;
    }

    private void ReadElement()
    {
        switch (Current)
        {
            case '(':
                ReadNested(At + 1);
                break;
            case '@' when Peek(1) == '(':
                ReadNested(At + 2);
                break;
            case '@' when Peek(1) == '{':
                At++;
                SkipBalanced('{', '}', '`');
                break;
            case '{':
                OpenBlock();
                break;
            case '[' when Words.Count == 0:
                SkipBalanced('[', ']', '`');
                break;
            case '>' or '<':
                At += Peek(1) is '>' or '&' ? 2 : 1;
                SkipBlanks();
                ReadWord();
                break;
            case '=' when Words.Count <= 1:
                // What stood before is a variable or a key.
                Words.Clear();
                At++;
                break;
            default:
                ReadNextWord();
                break;
        }
    }

    // A lone word before a block names a function or a case, or is a keyword.
    private void OpenBlock()
    {
        if (Words.Count == 1 && !_isCalled)
        {
            Words.Clear();
        }

        EndStatement();
    }

    private void ReadNextWord()
    {
        var before = At;
        var isHereString = Current == '@' && Peek(1) is '"' or '\'';
        var word = isHereString ? ReadHereString() : ReadWord();
        At = At == before ? At + 1 : At;
        if (Words.Count > 0)
        {
            if (Current is not '>' || !word.Text.All(c => char.IsDigit(c) || c == '*'))
            {
                Words.Add(word);
            }
        }
        else if (word.Text == "." && !word.IsQuoted)
        {
            _isCalled = true;
        }
        else if (Array.Exists(BeforeName, n => n.EqualsIgnoringCase(word.Text)))
        {
            SkipBlanks();
            ReadWord();
        }
        else if ((_isCalled || !word.IsQuoted) && !Array.Exists(BeforeCommand, k => k.EqualsIgnoringCase(word.Text)))
        {
            Words.Add(word);
        }
    }

    private ShellWord ReadHereString()
    {
        var start = At;
        var close = "\n" + Peek(1) + "@";
        SkipPast(close);
        return new ShellWord("$", start, At - start, false, true);
    }

    private void SkipPast(string token)
    {
        var end = Text.IndexOf(token, At, End - At, StringComparison.Ordinal);
        At = end < 0 ? End : end + token.Length;
    }

    private void ReadNested(int from)
    {
        if (IsTooDeep)
        {
            At = End;
            return;
        }

        var start = At;
        var nested = new PowerShellReader(Script.Part(from, End));
        nested.ReadCommands(')');
        At = nested.At;
        if (Words.Count > 0)
        {
            Words.Add(new ShellWord("$", start, At - start, false, false));
        }
    }

    private ShellWord ReadWord()
    {
        var start = At;
        var word = new WordBuilder(At);
        while (!AtEnd)
        {
            switch (Current)
            {
                case '`' when Continuation('`') is var length and > 0:
                    At += length;
                    break;
                case '`' when Peek(1) != '\0':
                    At++;
                    word.Append(Current, At++);
                    break;
                case '\'' or '"':
                    ReadQuoted(word, Current);
                    break;
                case '$' when Peek(1) == '(':
                    ReadSubExpression(word);
                    break;
                case '$' when Peek(1) == '{':
                    At++;
                    SkipBalanced('{', '}', '`');
                    word.AppendUnknown(start);
                    break;
                case '=' when Text[start] == '$':
                    return word.Build(At);
                case ' ' or '\t' or '\n' or '\r' or ';' or '|' or '&' or '(' or ')' or '{' or '}' or '<' or '>' or ',':
                    return word.Build(At);
                default:
                    word.Append(Current, At++);
                    break;
            }
        }

        return word.Build(At);
    }

    private void ReadQuoted(WordBuilder word, char quote)
    {
        word.IsQuoted = true;
        At++;
        while (!AtEnd)
        {
            if (Current == quote && Peek(1) != quote)
            {
                At++;
                return;
            }

            if (quote == '"' && Current == '$' && Peek(1) == '(')
            {
                ReadSubExpression(word);
                continue;
            }

            At += Current == quote || (quote == '"' && Current == '`') ? 1 : 0;
            word.Append(Current, At++);
        }
    }

    private void ReadSubExpression(WordBuilder word)
    {
        var start = At;
        var words = Words.ToArray();
        Words.Clear();
        ReadNested(At + 2);
        Words.AddRange(words);
        word.AppendUnknown(start);
    }
}
