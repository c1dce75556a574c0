namespace AiToolPolicy.Engine.Inspection;

/// <summary>A file that a host offers for inspection. Its text is read only when an inspector asks for it.</summary>
/// <param name="path">Repository-relative, with forward slashes.</param>
/// <param name="read">Reads the text; called at most once.</param>
public sealed class InputFile(string path, Func<FileText> read)
{
    private FileText? _text;

    public string Path { get; } = path;

    /// <summary>The file name, without folders.</summary>
    public string Name { get; } = path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The folder, without a slash at the end; empty at the root.</summary>
    public string Folder { get; } = path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";

    /// <summary>Whether anybody has asked for the text.</summary>
    public bool WasRead => _text is not null;

    public FileText Read() => _text ??= read();

    /// <summary>A file whose text is at hand.</summary>
    public static InputFile Of(string path, string text) => new(path, () => FileText.Of(text));
}

/// <summary>The text of a file, or why there is none.</summary>
public sealed record FileText(string? Text, string? Failure)
{
    public static FileText Of(string text) => new(text, null);

    /// <param name="reason">Continues "could not be inspected: ".</param>
    public static FileText Failed(string reason) => new(null, reason);
}
