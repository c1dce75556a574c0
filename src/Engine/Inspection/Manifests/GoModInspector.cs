using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Go modules in <c>go.mod</c>: required ones, what replaces them, and tools.</summary>
public sealed class GoModInspector : IInspector
{
    private static readonly Regex Entry = new(
        @"^\s*(?<module>[^\s()=]+\.[^\s()=]+)(\s+(?<version>v[^\s/]+))?(\s+=>\s+(?<new>[^\s()]+)(\s+(?<newversion>v[^\s/]+))?)?\s*(?<comment>//.*)?$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Own = new(
        @"^[ \t]*(module[ \t]+(?<module>[^\s()]+)|(replace[ \t]+)?(?<folder>[^\s()=]+)([ \t]+v\S+)?[ \t]+=>[ \t]+\.)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        TimeSpan.FromSeconds(1));

    private static readonly string[] Directives = ["require", "replace", "tool"];

    public bool Reads(InputFile file) => file.Name == "go.mod" || (file.Name.EndsWith(".mod", StringComparison.Ordinal) && file.Name.StartsWith("go.", StringComparison.Ordinal));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        var own = OwnModules(text.Text);
        string? block = null;
        foreach (var line in TextLine.Of(text))
        {
            var trimmed = line.Text.Trim();
            var first = trimmed.Split(' ', '\t', '(')[0];
            if (block is null && first.Length > 0 && first.Length < trimmed.Length)
            {
                var rest = trimmed.Substring(first.Length).TrimStart();
                block = rest[0] == '(' ? first : null;
                Inspect(first, rest, line, own, context);
            }
            else if (trimmed.StartsWith(")", StringComparison.Ordinal))
            {
                block = null;
            }
            else if (block is not null)
            {
                Inspect(block, trimmed, line, own, context);
            }
        }
    }

    private static void Inspect(string directive, string text, TextLine line, HashSet<string> own, InspectionContext context)
    {
        if (Array.IndexOf(Directives, directive) < 0 || Entry.Match(text) is not { Success: true } entry)
        {
            return;
        }

        var module = entry.Groups["module"].Value;
        if (directive == "replace")
        {
            Add(context, entry.Groups["new"].Value, entry.Groups["newversion"].Value, line, "replace");
        }
        else if (directive == "tool")
        {
            if (!IsOwn(module, own) || context.Catalog.KnowsTool(SignatureKind.Go, RepositoryOf(module)))
            {
                context.AddGoPackage(module, null, line.Of(module), directive);
            }
        }
        else if (!IsOwn(module, own) || context.Catalog.KnowsTool(SignatureKind.Go, module))
        {
            Add(context, module, entry.Groups["version"].Value, line, entry.Groups["comment"].Value.Contains("indirect") ? "indirect" : null);
        }
    }

    // A module of the repository itself is no unknown tool, whatever words its path holds: what it needs stands in its own manifest.
    private static bool IsOwn(string module, HashSet<string> own) => own.Contains(module) || own.Contains(RepositoryOf(module));

    private static HashSet<string> OwnModules(string text) =>
        [.. Own.Matches(text).Cast<Match>().Select(m => m.Groups["module"].Length > 0 ? RepositoryOf(m.Groups["module"].Value) : m.Groups["folder"].Value)];

    // github.com/owner/name
    private static string RepositoryOf(string module) => string.Join("/", module.Split('/').Take(3));

    private static void Add(InspectionContext context, string module, string version, TextLine line, string? section)
    {
        if (module.Length > 0 && module[0] is not '.' and not '/')
        {
            context.AddPackage(SignatureKind.Go, module, version.Length == 0 ? null : version, line.Of(module), section);
        }
    }
}
