using System.Globalization;
using System.Text.RegularExpressions;

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>What a build printed, with our diagnostics taken apart.</summary>
internal sealed partial class BuildResult(CommandResult command, string root)
{
    public int ExitCode => command.ExitCode;

    public string Output => command.Output;

    /// <summary>Every warning and error line of ours, in order of path, line and id; a line printed twice stands here twice.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } =
    [
        .. Line().Matches(BeforeSummary(command.Output))
            .Where(m => m.Groups["code"].Value.StartsWith("AITP", StringComparison.Ordinal))
            .Select(m => new Diagnostic(
                Path.GetRelativePath(root, m.Groups["file"].Value.Trim()).Replace('\\', '/'),
                int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture),
                int.Parse(m.Groups["column"].Value, CultureInfo.InvariantCulture),
                m.Groups["severity"].Value,
                m.Groups["code"].Value,
                m.Groups["message"].Value))
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];

    /// <summary>The diagnostics without their messages: <c>App/App.csproj(4,5): warning AITP1001</c>.</summary>
    public string Places => string.Join('\n', Diagnostics.Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}"));

    // The console logger repeats every diagnostic at the end.
    private static string BeforeSummary(string output) => Summary().Split(output)[0];

    /// <summary>Whether the project's assembly was produced, as MSBuild says it: <c>App -&gt; …/App.dll</c>.</summary>
    public bool Compiled(string project) => Output.Contains($"  {project} -> ", StringComparison.Ordinal);

    [GeneratedRegex(@"^Build (succeeded|FAILED)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)(,\d+,\d+)?\): (?<severity>warning|error) (?<code>[A-Z]+\d+): (?<message>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}

internal sealed record Diagnostic(string Path, int Line, int Column, string Severity, string Code, string Message);
