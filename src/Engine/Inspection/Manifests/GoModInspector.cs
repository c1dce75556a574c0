using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Go modules in <c>go.mod</c>: required ones, what replaces them, and tools.</summary>
public sealed class GoModInspector : IInspector
{
    private static readonly Regex Pattern = new(
        @"^\s*(?<module>[^\s()=]+\.[^\s()=]+)(\s+(?<version>v[^\s/]+))?(\s+=>\s+(?<new>[^\s()]+)(\s+(?<newversion>v[^\s/]+))?)?\s*(?<comment>//.*)?$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public bool Reads(InputFile file) => file.Name == "go.mod" || (file.Name.EndsWith(".mod", StringComparison.Ordinal) && file.Name.StartsWith("go.", StringComparison.Ordinal));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        var entries = Entries(text).ToList();
        var own = new HashSet<string>(entries.Select(OwnModule).OfType<string>(), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Inspect(entry, own.Contains(entry.Module) || own.Contains(RepositoryOf(entry.Module)), context);
        }
    }

    private static IEnumerable<Entry> Entries(SourceFile text)
    {
        string? block = null;
        foreach (var line in TextLine.Of(text))
        {
            var trimmed = line.Text.Trim();
            var first = trimmed.Split(' ', '\t', '(')[0];
            var (directive, rest) = (block, trimmed);
            if (block is null && first.Length > 0 && first.Length < trimmed.Length)
            {
                (directive, rest) = (first, trimmed.Substring(first.Length).TrimStart());
                block = rest[0] == '(' ? first : null;
            }
            else if (trimmed.StartsWith(")", StringComparison.Ordinal))
            {
                block = directive = null;
            }

            if (directive is not null && Pattern.Match(rest) is { Success: true } parts)
            {
                yield return new Entry(directive, parts, line);
            }
        }
    }

    private static void Inspect(Entry entry, bool isOwn, InspectionContext context)
    {
        switch (entry.Directive)
        {
            case "replace" when !IsFolder(entry["new"]):
                context.AddPackage(SignatureKind.Go, entry["new"], VersionOf(entry["newversion"]), entry.Line.Of(entry["new"]), "replace");
                break;
            case "tool":
                context.AddGoPackage(entry.Module, null, entry.Line.Of(entry.Module), "tool", isOwn);
                break;
            case "require":
                context.AddPackage(
                    SignatureKind.Go, entry.Module, VersionOf(entry["version"]), entry.Line.Of(entry.Module), entry["comment"].Contains("indirect") ? "indirect" : null, isOwn: isOwn);
                break;
            default:
                break;
        }
    }

    // The repository of the module itself, and what a folder stands for.
    private static string? OwnModule(Entry entry) => entry.Directive switch
    {
        "module" => RepositoryOf(entry.Module),
        "replace" when entry["new"].StartsWith(".", StringComparison.Ordinal) => entry.Module,
        _ => null,
    };

    // github.com/owner/name
    private static string RepositoryOf(string module) => string.Join("/", module.Split('/').Take(3));

    private static bool IsFolder(string replacement) => replacement.Length == 0 || replacement[0] is '.' or '/';

    private static string? VersionOf(string written) => written.Length == 0 ? null : written;

    private sealed record Entry(string Directive, Match Parts, TextLine Line)
    {
        public string Module => this["module"];

        public string this[string part] => Parts.Groups[part].Value;
    }
}
