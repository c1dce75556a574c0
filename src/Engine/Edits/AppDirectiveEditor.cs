using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Mends the directives of a file-based app: <c>#:package Id@1.0</c>.</summary>
internal sealed class AppDirectiveEditor : IFileEditor
{
    public SignatureKind Kind => SignatureKind.Nuget;

    public bool Edits(string path) => path.EndsWithIgnoringCase(".cs");

    public FileEdit Remove(SourceFile file, EditTarget target) =>
        Find(file, target) is { } found ? FileEdit.Of(TextCut.Of(file.Text, found.Start, found.End)) : NoPackage;

    public FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart) => Find(file, target) is { } found
        ? FileEdit.Of(new TextEdit(found.Start, found.End - found.Start, Directive(found.Directive, counterpart)))
        : NoPackage;

    private static FileEdit NoPackage { get; } = FileEdit.Refused("is no package that could be taken out");

    private static (AppDirective Directive, int Start, int End)? Find(SourceFile file, EditTarget target)
    {
        var directive = AppDirectives.Read(file).FirstOrDefault(d =>
            d.Kind == "package" && d.Location.Line == target.Place.Line && string.Equals(d.Id, target.Seen, StringComparison.OrdinalIgnoreCase));
        return directive is null ? null : (directive, file.OffsetOf(directive.Location.Line, directive.Location.Column), file.OffsetOf(directive.Location.EndLine, directive.Location.EndColumn));
    }

    private static string Directive(AppDirective old, Counterpart counterpart) =>
        $"#:package {counterpart.Id}" + (old.Version is null ? "" : $"@{counterpart.Version ?? "*"}");
}
