using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Mends one kind of file. Text in, edits out: what is beside the finding stays as it is, comments and line ends included.</summary>
internal interface IFileEditor
{
    /// <summary>What the entries of such a file are names of.</summary>
    SignatureKind Kind { get; }

    /// <param name="path">Repository-relative, with forward slashes.</param>
    bool Edits(string path);

    FileEdit Remove(SourceFile file, EditTarget target);

    FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart);
}
