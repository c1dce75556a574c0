using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>A directive <c>#:package Id@1.0</c>, <c>#:sdk Id@1.0</c> or <c>#:property Name=Value</c> of a file-based app.</summary>
/// <param name="Kind">"package", "sdk" or "property".</param>
/// <param name="Version">Of a property its value.</param>
public sealed record AppDirective(string Kind, string Id, string? Version, Location Location)
{
    public const string Property = "property";
}

/// <summary>Reads the directives at the head of a C# file.</summary>
public static class AppDirectives
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public static IEnumerable<AppDirective> Read(SourceFile file)
    {
        // Almost no C# file has a directive; most are passed over without being split into lines.
        if (file.Text.IndexOf("#:", StringComparison.Ordinal) < 0)
        {
            yield break;
        }

        var inComment = false;
        foreach (var (line, offset) in Lines(file.Text))
        {
            var trimmed = line.Trim();
            if (!inComment && trimmed.StartsWith("#:", StringComparison.Ordinal))
            {
                var location = file.At(offset + line.IndexOf("#:", StringComparison.Ordinal), trimmed.Length);
                if (Parse(trimmed, location) is { } directive)
                {
                    yield return directive;
                }
            }
            else if (!IsHead(trimmed, ref inComment))
            {
                yield break;
            }
        }
    }

    private static AppDirective? Parse(string directive, Location location)
    {
        var parts = directive.Substring(2).Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] is not ("package" or "sdk" or AppDirective.Property))
        {
            return null;
        }

        var spec = parts[1].Trim();
        var at = spec.IndexOf(parts[0] == AppDirective.Property ? '=' : '@');
        return at < 0
            ? new AppDirective(parts[0], spec, null, location)
            : new AppDirective(parts[0], spec.Substring(0, at).Trim(), spec.Substring(at + 1).Trim(), location);
    }

    // Directives stand before the first token: only blank lines, comments and preprocessor lines may come before or between them.
    private static bool IsHead(string line, ref bool inComment)
    {
        if (!inComment && line.StartsWith("#", StringComparison.Ordinal))
        {
            return true;
        }

        for (var rest = line; rest.Length > 0;)
        {
            if (!inComment && !rest.StartsWith("/*", StringComparison.Ordinal))
            {
                return rest.StartsWith("//", StringComparison.Ordinal);
            }

            var end = rest.IndexOf("*/", inComment ? 0 : 2, StringComparison.Ordinal);
            inComment = end < 0;
            rest = end < 0 ? "" : rest.Substring(end + 2).TrimStart();
        }

        return true;
    }

    private static IEnumerable<(string Line, int Offset)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(LineEnds, start);
            end = end < 0 ? text.Length : end;
            yield return (text.Substring(start, end - start), start);
            start = end + 1;
        }
    }
}
