namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>A script, or the part of one between two offsets, on its way through a reader.</summary>
internal sealed class ShellScript(string text, int start, int end, ShellDialect dialect, List<ShellCommand> found, int depth)
{
    // A script in which so many brackets stay open is no script; looking on for their ends would take for ever.
    private const int MaxUnclosed = 10;

    private int[] _unclosed = [0];

    public string Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public List<ShellCommand> Found { get; } = found;

    public List<ShellDocument> Documents { get; init; } = [];

    /// <summary>Words that give a variable its value, in a POSIX shell.</summary>
    public List<ShellWord> Assignments { get; init; } = [];

    public int Depth { get; } = depth;

    public bool LooksForEnds => _unclosed[0] < MaxUnclosed;

    public void CountUnclosed() => _unclosed[0]++;

    public void Read()
    {
        switch (dialect)
        {
            case ShellDialect.PowerShell:
                new PowerShellReader(this).Read();
                break;
            case ShellDialect.Batch:
                new BatchReader(this).Read();
                break;
            default:
                new PosixReader(this).Read();
                break;
        }
    }

    /// <summary>The script between two offsets, one level deeper.</summary>
    public ShellScript Part(int from, int to) => new(Text, from, Math.Min(to, End), dialect, Found, Depth + 1) { Documents = Documents, Assignments = Assignments, _unclosed = _unclosed };
}
