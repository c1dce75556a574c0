namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>What the readers of all dialects share: a place in the text, and the words of the command that is being read.</summary>
internal abstract class ShellReader(ShellScript script)
{
    private const int MaxDepth = 64;

    private int _at = script.Start;

    protected ShellScript Script { get; } = script;

    protected string Text => Script.Text;

    protected int End => Script.End;

    protected int At
    {
        get => _at;
        set => _at = Math.Min(value, End);
    }

    protected List<ShellWord> Words { get; private set; } = [];

    protected char Current => Peek(0);

    protected bool AtEnd => At >= End;

    protected bool IsTooDeep => Script.Depth > MaxDepth;

    public abstract void Read();

    protected char Peek(int ahead) => At + ahead < End ? Text[At + ahead] : '\0';

    protected bool Sees(string token) => At + token.Length <= End && string.CompareOrdinal(Text, At, token, 0, token.Length) == 0;

    protected void EndCommand()
    {
        if (Words.Count > 0)
        {
            var words = Words;
            Words = [];
            ShellCommands.Add(words, Script);
        }
    }

    protected void SkipLine()
    {
        while (!AtEnd && Current is not ('\n' or '\r'))
        {
            At++;
        }
    }

    protected void SkipBlanks()
    {
        while (!AtEnd && Current is ' ' or '\t')
        {
            At++;
        }
    }

    /// <summary>Past the line break that stands here.</summary>
    protected void SkipLineBreak() => At += Current == '\r' && Peek(1) == '\n' ? 2 : 1;

    /// <summary>The length of an escaped line break at this place, 0 when there is none.</summary>
    protected int Continuation(char escape) => Current != escape ? 0 : Peek(1) == '\n' || Peek(1) == '\r' && Peek(2) != '\n' ? 2 : Peek(1) == '\r' ? 3 : 0;

    /// <summary>Past the bracket that closes the one standing here, over quotes and brackets of the same kind; past the bracket alone when nothing closes it.</summary>
    protected void SkipBalanced(char open, char close, char escape)
    {
        var start = At;
        var depth = 0;
        for (var quote = '\0'; !AtEnd && Script.LooksForEnds; At++)
        {
            var c = Current;
            if (c == escape && quote != '\'')
            {
                At++;
            }
            else if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == open)
            {
                depth++;
            }
            else if (c == close && --depth == 0)
            {
                At++;
                return;
            }
        }

        Script.CountUnclosed();
        At = start + 1;
    }
}
