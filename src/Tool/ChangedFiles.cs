using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool;

/// <summary>A file to write.</summary>
/// <param name="Path">Repository-relative, with forward slashes.</param>
/// <param name="Before">The text that was read; null for a new file.</param>
internal sealed record ChangedFile(string Path, string? Before, string After);

/// <summary>Writes changed files in their own encodings: all of them whole, or none.</summary>
internal sealed class ChangedFiles(string root, IReadOnlyList<ChangedFile> files)
{
    private readonly List<(string Target, string Draft, byte[]? Original)> _drafts = [];

    /// <exception cref="UsageException">Something cannot be written; then everything is as it was.</exception>
    public void Write(CancellationToken cancellation)
    {
        try
        {
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                Draft(file);
            }

            Publish();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing was changed: {PlainText.Safe(error.Message)}");
        }
        finally
        {
            foreach (var (_, draft, _) in _drafts)
            {
                Try(() => File.Delete(draft));
            }
        }
    }

    private void Draft(ChangedFile file)
    {
        var target = Path.Combine(root, file.Path);
        if (File.Exists(target) != file.Before is not null || new FileInfo(target).LinkTarget is not null)
        {
            throw new UsageException($"Nothing was changed: '{PlainText.Safe(file.Path)}' is a link, or has come or gone in the meantime.");
        }

        var original = file.Before is null ? null : File.ReadAllBytes(target);
        if (file.Before is not null && TextFile.Read(target).Text != file.Before)
        {
            throw new UsageException($"Nothing was changed: '{PlainText.Safe(file.Path)}' has been changed in the meantime; try again.");
        }

        var encoding = TextFile.EncodingOf(original ?? []);
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        _drafts.Add((target, draft, original));
        File.WriteAllBytes(draft, [.. encoding.GetPreamble(), .. encoding.GetBytes(file.After)]);
        if (original is not null && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
        }
    }

    private void Publish()
    {
        var published = new List<(string Target, byte[]? Original)>();
        try
        {
            foreach (var (target, draft, original) in _drafts)
            {
                File.Move(draft, target, overwrite: true);
                published.Add((target, original));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            foreach (var (target, original) in published)
            {
                Try(() => Restore(target, original));
            }

            throw;
        }
    }

    private static void Restore(string target, byte[]? original)
    {
        if (original is null)
        {
            File.Delete(target);
        }
        else
        {
            File.WriteAllBytes(target, original);
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to tell.
        }
    }
}
