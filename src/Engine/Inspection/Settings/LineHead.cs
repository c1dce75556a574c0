namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>What begins the line that <paramref name="literals"/> is on, by which a configuration language says what is declared there.</summary>
internal sealed class LineHead(string text, LiteralScanner literals)
{
    private const int LongestWord = 8;

    /// <summary>How long the head of a declaration may be; a list on the same line may be longer, and its literals declare nothing.</summary>
    public const int Longest = 300;

    /// <summary>The first word; empty where it is longer than any word of the language.</summary>
    public string Word() => literals.FirstWord is var (first, length) && length <= LongestWord ? text.Substring(first, length) : "";

    /// <summary>What stands between the first word and the literal that begins at <paramref name="start"/>; null where that is too much for a head.</summary>
    public string? Before(int start) =>
        literals.FirstWord is var (first, length) && start - first <= Longest ? Between(first + length, start - 1) : null;

    /// <summary>The name that follows, with dots in it; empty where something else does.</summary>
    public string NameAhead()
    {
        var end = literals.Position;
        while (end < text.Length && (text[end] is ' ' or '.' || IsNamePart(text[end])))
        {
            end++;
        }

        return Between(literals.Position, end);
    }

    public static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private string Between(int start, int end) => end > start ? text.Substring(start, end - start).Trim() : "";
}
