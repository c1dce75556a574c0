namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>The parts of a value that may be the id of a model. Whether one is, the catalog knows.</summary>
public static class ModelIds
{
    private const int Longest = 120;

    // Ids are words joined by signs; keys and tokens are long runs of letters and digits.
    private const int LongestRun = 24;

    private static readonly string[] ModelWords = ["model", "deployment", "engine", "llm", "embedding"];

    private static readonly string[] SecretWords = ["key", "secret", "token", "password", "pwd", "credential"];

    private static readonly char[] Borders = [';', ',', '\r', '\n'];

    /// <summary>
    /// The value, and each item of a list or connection string (<c>Endpoint=…;Model=x</c>), that is shaped like a model id. Where the name does
    /// not speak of a model, an id has a digit; prose has none, nor has a secret, whatever its shape.
    /// </summary>
    public static IEnumerable<(int Start, string Id)> In(string name, string value)
    {
        var isProse = value.IndexOf('=') < 0 && value.Split(Borders).Any(item => item.Trim().IndexOf(' ') >= 0);
        for (int start = 0, end; start < value.Length && !isProse; start = end + 1)
        {
            end = value.IndexOfAny(Borders, start);
            end = end < 0 ? value.Length : end;
            var item = value.Substring(start, end - start);
            // Also what a variable falls back to: "${MODEL=x}", "${MODEL:-x}".
            var equals = Math.Max(item.LastIndexOf('='), item.LastIndexOf(":-", StringComparison.Ordinal) + 1);
            equals = equals == 0 ? -1 : equals;
            var id = item.Substring(equals + 1).Trim(' ', '\t', '"', '\'', '}');
            var called = equals > 0 ? item.Substring(0, equals) : name;
            if (IsShaped(id, HasWord(called, ModelWords)) && !HasWord(WithoutModelWords(called), SecretWords))
            {
                yield return (start + item.IndexOf(id, equals + 1, StringComparison.Ordinal), id);
            }
        }
    }

    private static bool IsShaped(string id, bool isCalledModel) =>
        id.Length is > 1 and <= Longest
        && id.IndexOf(' ') < 0
        && id.IndexOf("://", StringComparison.Ordinal) < 0
        && LongestRunOf(id) < LongestRun
        && (isCalledModel || (id.Any(char.IsDigit) && !HasFileExtension(id)));

    private static bool HasWord(string name, string[] words) => words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // MAX_TOKENS_MODEL and TokenizerModel speak of models, not of secrets.
    private static string WithoutModelWords(string name) =>
        name.IndexOf("tokeniz", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("tokens", StringComparison.OrdinalIgnoreCase) >= 0 ? "" : name;

    private static bool HasFileExtension(string id)
    {
        var dot = id.LastIndexOf('.');
        return dot > 0 && id.Length - dot is >= 3 and <= 6 && id.Skip(dot + 1).All(char.IsLetter);
    }

    private static int LongestRunOf(string id)
    {
        var (run, longest) = (0, 0);
        foreach (var c in id)
        {
            run = char.IsLetterOrDigit(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
