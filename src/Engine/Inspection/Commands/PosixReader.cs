namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>sh, bash and zsh.</summary>
internal sealed class PosixReader(ShellScript script) : PosixWordReader(script)
{
    private static readonly string[] Introducers = ["if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "fi", "done", "coproc"];

    private readonly List<(string Delimiter, bool TrimsTabs, bool IsScript)> _documents = [];

    public override void Read()
    {
        while (!AtEnd)
        {
            ReadCommands(closer: '\0');
        }
    }

    // Until ')' of a sub-shell, ';;' or esac of a case branch ('c'), or the end. True when esac ended it.
    private bool ReadCommands(char closer)
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case ' ' or '\t':
                    At++;
                    break;
                case '\\' when Continuation('\\') is var length and > 0:
                    At += length;
                    break;
                case '\n' or '\r':
                    EndCommand();
                    SkipLineBreak();
                    SkipDocuments();
                    break;
                case '#':
                    SkipLine();
                    break;
                case ';' when closer == 'c' && Peek(1) is ';' or '&':
                    EndCommand();
                    At += Peek(2) == '&' ? 3 : 2;
                    return false;
                case '&' when Peek(1) == '>':
                    At++;
                    SkipRedirection();
                    break;
                case ';' or '&' or '|':
                    EndCommand();
                    At++;
                    break;
                case '<' or '>':
                    SkipRedirection();
                    break;
                case '(':
                    ReadBracket();
                    break;
                case ')':
                    EndCommand();
                    At++;
                    if (closer == ')')
                    {
                        return false;
                    }

                    break;
                default:
                    if (ReadNextWord() && closer == 'c')
                    {
                        return true;
                    }

                    break;
            }
        }

        EndCommand();
        return false;
    }

    // True at esac.
    private bool ReadNextWord()
    {
        var before = At;
        var word = ReadWord();
        At = At == before ? At + 1 : At;
        switch (Words.Count > 0 || word.IsQuoted ? "" : word.Text)
        {
            case "case":
                ReadCase();
                return false;
            case "esac":
                return true;
            case "function":
                SkipBlanks();
                ReadWord();
                return false;
            default:
                AddWord(word);
                return false;
        }
    }

    private void AddWord(ShellWord word)
    {
        if (Words.Count == 0 && CommandNames.IsAssignment(word.Text))
        {
            Script.Assignments.Add(word);
        }
        else if (Words.Count > 0 ? !IsStream(word) : word.IsQuoted || Array.IndexOf(Introducers, word.Text) < 0)
        {
            Words.Add(word);
        }
    }

    // Digits just before a redirection.
    private bool IsStream(ShellWord word) => Current is '<' or '>' && !word.IsQuoted && word.Text.All(char.IsDigit);

    private void ReadCase()
    {
        SkipToIn();
        var isDone = false;
        while (!AtEnd && !isDone)
        {
            SkipBlankLines();
            if (Sees("esac"))
            {
                At += "esac".Length;
                return;
            }

            SkipPattern();
            isDone = ReadCommands('c');
        }
    }

    private void SkipToIn()
    {
        for (SkipBlankLines(); !AtEnd; SkipBlankLines())
        {
            var before = At;
            if (ReadWord() is { IsQuoted: false, Text: "in" })
            {
                return;
            }

            At += At == before ? 1 : 0;
        }
    }

    private void SkipBlankLines()
    {
        while (!AtEnd && (char.IsWhiteSpace(Current) || Current == '#'))
        {
            if (Current == '#')
            {
                SkipLine();
            }
            else
            {
                At++;
            }
        }
    }

    private void SkipPattern()
    {
        At += Current == '(' ? 1 : 0;
        while (!AtEnd && Current != ')')
        {
            if (Current is '"' or '\'')
            {
                ReadWord();
            }
            else
            {
                At++;
            }
        }

        At++;
    }

    private void ReadBracket()
    {
        if (Words.Count == 1 && EmptyBrackets() is var length and > 0)
        {
            // A function is being defined, not called.
            Words.Clear();
            At += length;
        }
        else if (Peek(1) == '(' && Words.Count == 0)
        {
            SkipBalanced('(', ')', '\\');
        }
        else
        {
            EndCommand();
            ReadNested(At + 1, ')');
        }
    }

    private int EmptyBrackets()
    {
        var length = 1;
        while (Peek(length) is ' ' or '\t')
        {
            length++;
        }

        return Peek(length) == ')' ? length + 1 : 0;
    }

    // A reader of its own, since the command around it goes on afterwards.
    protected override void ReadNested(int from, char closer)
    {
        if (IsTooDeep)
        {
            At = End;
            return;
        }

        var nested = new PosixReader(Script.Part(from, End));
        nested.ReadCommands(closer);
        At = nested.At;
    }

    private void SkipRedirection()
    {
        if (Peek(1) == '(')
        {
            ReadNested(At + 2, ')');
            return;
        }

        var isDocument = Sees("<<") && !Sees("<<<");
        var trims = Sees("<<-");
        At += Sees("<<<") || trims ? 3 : isDocument || Peek(1) is '>' or '&' or '|' ? 2 : 1;
        SkipBlanks();
        var target = ReadWord();
        if (isDocument && target.Text.Length > 0)
        {
            _documents.Add((target.Text, trims, Words.Take(2).Any(w => ShellCommands.IsShell(w.Text))));
        }
    }

    // Here-documents begin after the line; one that a shell is fed is a script, any other is text.
    private void SkipDocuments()
    {
        var opening = _documents.Count > 0 ? LineBefore(At) : "";
        foreach (var (delimiter, trimsTabs, isScript) in _documents)
        {
            var start = At;
            var end = SkipDocument(delimiter, trimsTabs);
            if (!isScript)
            {
                Script.Documents.Add(new ShellDocument(start, end - start, opening));
            }
            else if (!IsTooDeep)
            {
                Script.Part(start, end).Read();
            }
        }

        _documents.Clear();
    }

    // Gives the start of the line that ends it, or of the last one.
    private int SkipDocument(string delimiter, bool trimsTabs)
    {
        var lineStart = At;
        while (!AtEnd)
        {
            lineStart = At;
            SkipLine();
            var line = Text.Substring(lineStart, At - lineStart);
            At = AtEnd ? End : At;
            if (!AtEnd)
            {
                SkipLineBreak();
            }

            if ((trimsTabs ? line.TrimStart('\t') : line) == delimiter)
            {
                break;
            }
        }

        return lineStart;
    }

    private string LineBefore(int end)
    {
        var start = Text.LastIndexOf('\n', Math.Max(0, end - 2)) + 1;
        return Text.Substring(start, end - start);
    }
}
