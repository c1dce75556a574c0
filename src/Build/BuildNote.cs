namespace AiToolPolicy.Build;

/// <summary>
/// What one build leaves to the next in the intermediate folder, so that this need not look again at what has not changed. A note that is not
/// there or cannot be read or written costs time and nothing else.
/// </summary>
/// <param name="path">Absolute; empty for none.</param>
internal sealed class BuildNote(string? path)
{
    /// <summary>The note's text, or null.</summary>
    public string? Read()
    {
        try
        {
            return !string.IsNullOrEmpty(path) && File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string text)
    {
        if (string.IsNullOrEmpty(path) || Read() == text)
        {
            return;
        }

        try
        {
            WholeFile.Write(path!, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next build will look again.
        }
    }
}
