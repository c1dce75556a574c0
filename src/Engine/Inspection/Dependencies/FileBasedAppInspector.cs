using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>The directives <c>#:package</c> and <c>#:sdk</c> at the head of a file-based app.</summary>
public sealed class FileBasedAppInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".cs");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (file.Read().Text is null)
        {
            _ = context.Text(file);
            return;
        }

        // Almost no C# file has a directive; most are passed over without being split into lines.
        if (file.Read().Text!.IndexOf("#:", StringComparison.Ordinal) < 0)
        {
            return;
        }

        var text = context.Text(file)!;
        var inComment = false;
        foreach (var (line, offset) in Lines(text.Text))
        {
            var trimmed = line.Trim();
            if (!inComment && trimmed.StartsWith("#:", StringComparison.Ordinal))
            {
                Inspect(trimmed, file.Folder, text.At(offset + line.IndexOf("#:", StringComparison.Ordinal), trimmed.Length), context);
            }
            else if (!IsHead(trimmed, ref inComment))
            {
                return;
            }
        }
    }

    private static void Inspect(string directive, string folder, Location location, InspectionContext context)
    {
        var parts = directive.Substring(2).Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] is not ("package" or "sdk"))
        {
            return;
        }

        var spec = parts[1].Trim();
        var at = spec.IndexOf('@');
        var (id, version) = at < 0 ? (spec, null) : (spec.Substring(0, at).Trim(), spec.Substring(at + 1).Trim());
        var noun = parts[0] == "sdk" ? "MSBuild SDK" : "Package";
        context.Find(SignatureKind.Nuget, id, version ?? context.CentralVersions.Find(folder, id), signature =>
            new Evidence(signature, Surface.Package, Strength.Dependency, $"{noun} '{PlainText.Safe(id)}'", id, location));
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

    private static readonly char[] LineEnds = ['\r', '\n'];

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
