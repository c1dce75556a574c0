namespace AiToolPolicy.Engine.Text;

/// <summary>
/// A place in one file. Lines and columns count from 1, as editors and MSBuild do; the end column is the first one after the last character.
/// </summary>
/// <param name="Path">Repository-relative, with forward slashes; never an absolute path.</param>
public sealed record Location(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first character of a file, for findings about the file as a whole.</summary>
    public static Location StartOf(string path) => new(path, 1, 1, 1, 1);

    public override string ToString() => $"{Path}({Line},{Column})";
}
