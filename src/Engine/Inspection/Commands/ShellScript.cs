namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>A script, or the part of one between two offsets, on its way through a reader.</summary>
internal sealed class ShellScript(string text, int start, int end, ShellDialect dialect, List<ShellCommand> found, int depth)
{
    public string Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public List<ShellCommand> Found { get; } = found;

    public int Depth { get; } = depth;

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
    public ShellScript Part(int from, int to) => new(Text, from, Math.Min(to, End), dialect, Found, Depth + 1);
}
