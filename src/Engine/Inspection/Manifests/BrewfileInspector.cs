using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Formulas, casks, editor extensions and packages of other ecosystems in a <c>Brewfile</c>.</summary>
public sealed class BrewfileInspector : IInspector
{
    // It is Ruby, but what it installs is written as one call a line.
    private static readonly Regex Entry = new(
        @"^\s*(?<kind>brew|cask|vscode|go|cargo|npm|uv)[\s(]+(?<quote>[""'])(?<name>[^""']+)\k<quote>",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public bool Reads(InputFile file) =>
        file.Name is "Brewfile" or ".Brewfile"
        || file.Name.EndsWith(".Brewfile", StringComparison.Ordinal)
        || (file.Name.StartsWith("Brewfile.", StringComparison.Ordinal) && !file.Name.EndsWith(".json", StringComparison.Ordinal));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        foreach (var line in TextLine.Of(text))
        {
            if (Entry.Match(line.Text) is { Success: true } entry)
            {
                var name = entry.Groups["name"];
                var kind = KindOf(entry.Groups["kind"].Value);
                context.AddPackage(kind, name.Value, null, line.At(name.Index, name.Length), entry.Groups["kind"].Value, Strength.Installed);
            }
        }
    }

    private static SignatureKind KindOf(string word) => word switch
    {
        "vscode" => SignatureKind.VscodeExtension,
        "go" => SignatureKind.Go,
        "cargo" => SignatureKind.Cargo,
        "npm" => SignatureKind.Npm,
        "uv" => SignatureKind.Pypi,
        _ => SignatureKind.Homebrew,
    };
}
