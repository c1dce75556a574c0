namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Which files are scripts, and in whose grammar.</summary>
public static class ScriptFiles
{
    private static readonly Dictionary<string, ShellDialect> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".sh"] = ShellDialect.Posix,
        [".bash"] = ShellDialect.Posix,
        [".zsh"] = ShellDialect.Posix,
        [".ksh"] = ShellDialect.Posix,
        [".command"] = ShellDialect.Posix,
        [".envrc"] = ShellDialect.Posix,
        [".ps1"] = ShellDialect.PowerShell,
        [".psm1"] = ShellDialect.PowerShell,
        [".cmd"] = ShellDialect.Batch,
        [".bat"] = ShellDialect.Batch,
    };

    /// <summary>The dialect by the file's extension; null for everything else.</summary>
    public static ShellDialect? DialectOf(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 && Extensions.TryGetValue(name.Substring(dot), out var dialect) ? dialect : null;

    /// <summary>The dialect by the first line of the text, <c>#!/usr/bin/env bash</c>; null when it names no shell.</summary>
    public static ShellDialect? DialectOfShebang(string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOfAny(['\n', '\r']);
        var words = text.Substring(2, (end < 0 ? text.Length : end) - 2).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var shell = words.Select(CommandNames.Bare).FirstOrDefault(w => w != "env" && w[0] != '-');
        return shell switch
        {
            "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" => ShellDialect.Posix,
            "pwsh" or "powershell" => ShellDialect.PowerShell,
            _ => null,
        };
    }
}
