namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Whose grammar a script is written in.</summary>
public enum ShellDialect
{
    /// <summary>sh, bash, zsh and their like.</summary>
    Posix,

    PowerShell,

    /// <summary>cmd.exe.</summary>
    Batch,
}

/// <summary>One word of a command, without its quotes.</summary>
/// <param name="Offset">Where its first character stands, quotes left out where they only surround it.</param>
/// <param name="Length">How many characters it takes in the script.</param>
/// <param name="IsExact">Whether every character of the word stands in the script as it is, one after the other.</param>
/// <param name="IsQuoted">Whether any of it was quoted.</param>
public sealed record ShellWord(string Text, int Offset, int Length, bool IsExact, bool IsQuoted);

/// <summary>A here-document that is text and no script.</summary>
/// <param name="Line">The line that says where the text goes.</param>
public sealed record ShellDocument(int Offset, int Length, string Line);

/// <summary>A simple command: what is run, behind <c>sudo</c>, assignments and the like, and with which arguments.</summary>
public sealed record ShellCommand(ShellWord Name, IReadOnlyList<ShellWord> Arguments);
