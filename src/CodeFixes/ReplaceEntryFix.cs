using System.Composition;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.CodeFixes;

/// <summary>Puts what the policy names instead in the place of a package or extension.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    LanguageNames.VisualBasic,
    Name = nameof(ReplaceEntryFix),
    DocumentKinds = [AdditionalDocuments.Kind],
    DocumentExtensions = [".csproj", ".vbproj", ".props", ".targets", ".proj", ".json", ".code-workspace"])]
[Shared]
public sealed class ReplaceEntryFix : EntryFix
{
    private const int Most = 3;

    internal override IEnumerable<Way> Ways(Mendable finding) => finding.Counterparts.Take(Most).Select(id => new Way(
        $"Replace '{finding.Shown}' with '{PlainText.Safe(id, 60)}'",
        $"AiToolPolicy.Replace.{id}",
        (file, one) => one.Counterparts.Contains(id) ? FileMender.Replace(file, one.Target, new Counterpart(id)) : FileEdit.Refused("has another counterpart")));
}
