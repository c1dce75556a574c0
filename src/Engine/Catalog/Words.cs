using System.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>How an enumeration is written in JSON files and reports: <c>AgentFile</c> is <c>agent-file</c>.</summary>
public static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues(typeof(T)).Cast<T>().ToDictionary(ToKebab, StringComparer.Ordinal);

    private static readonly Dictionary<T, string> ByValue = ByWord.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues(typeof(T)).Cast<T>().Select(ToKebab)];

    public static string Of(T value) => ByValue[value];

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    private static string ToKebab(T value)
    {
        var result = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && result.Length > 0)
            {
                result.Append('-');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
