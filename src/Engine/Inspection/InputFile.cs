namespace AiToolPolicy.Engine.Inspection;

/// <summary>A file that a host offers for inspection. Its text is read only when an inspector asks for it.</summary>
/// <param name="path">Repository-relative, with forward slashes.</param>
/// <param name="read">Reads the text; called at most once.</param>
/// <param name="open">Opens the file for its bytes; null where a host has none to offer.</param>
public sealed class InputFile(string path, Func<FileText> read, Func<FileBytes>? open = null)
{
    private FileText? _text;
    private bool _wasOpened;

    public string Path { get; } = path;

    /// <summary>The file name, without folders.</summary>
    public string Name { get; } = path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The folder, without a slash at the end; empty at the root.</summary>
    public string Folder { get; } = path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";

    /// <summary>Whether anybody has asked for the text or the bytes.</summary>
    public bool WasRead => _text is not null || _wasOpened;

    public FileText Read() => _text ??= read();

    /// <summary>The bytes; whoever asks closes the stream.</summary>
    public FileBytes Open()
    {
        _wasOpened = true;
        return open?.Invoke() ?? FileBytes.Failed("its bytes are not at hand.");
    }

    /// <summary>A file whose text is at hand.</summary>
    public static InputFile Of(string path, string text) => new(path, () => FileText.Of(text));

    /// <summary>The same file under another path, as a link shows it.</summary>
    public InputFile At(string other) => new(other, Read, open);
}

/// <summary>The text of a file, or why there is none.</summary>
public sealed record FileText(string? Text, string? Failure)
{
    public static FileText Of(string text) => new(text, null);

    /// <param name="reason">Continues "could not be inspected: ".</param>
    public static FileText Failed(string reason) => new(null, reason);
}

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Stream">Seekable, at its start.</param>
public sealed record FileBytes(Stream? Stream, string? Failure)
{
    public static FileBytes Of(Stream stream) => new(stream, null);

    /// <param name="reason">Continues "could not be inspected: ".</param>
    public static FileBytes Failed(string reason) => new(null, reason);
}
