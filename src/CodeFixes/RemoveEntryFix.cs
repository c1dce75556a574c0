using System.Composition;
using AiToolPolicy.Engine.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.CodeFixes;

/// <summary>Takes a package, tool or extension out of the file that brings it in.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    LanguageNames.VisualBasic,
    Name = nameof(RemoveEntryFix),
    DocumentKinds = [AdditionalDocuments.Kind],
    DocumentExtensions = [".csproj", ".vbproj", ".props", ".targets", ".proj", ".json", ".config", ".code-workspace"])]
[Shared]
public sealed class RemoveEntryFix : EntryFix
{
    internal override IEnumerable<Way> Ways(Mendable finding) =>
        [new Way($"Remove '{finding.Shown}'", "AiToolPolicy.Remove", (file, one) => FileMender.Remove(file, one.Target))];
}
