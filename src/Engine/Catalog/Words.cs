using System.Globalization;
using System.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>How an enumeration is written in JSON files and reports: <c>AgentFile</c> is <c>agent-file</c>. Members must count from 0 without a gap.</summary>
/// <remarks>Plain arrays: a dictionary over each enumeration would be compiled anew for each of them when a build node starts.</remarks>
public static class Words<T>
    where T : struct, Enum
{
    private static readonly T[] Values = (T[])Enum.GetValues(typeof(T));

    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames(typeof(T)), ToKebab);

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Names;

    public static string Of(T value) => Names[((IConvertible)value).ToInt32(CultureInfo.InvariantCulture)];

    public static bool TryParse(string word, out T value)
    {
        var index = Array.IndexOf(Names, word);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }

    private static string ToKebab(string name)
    {
        var result = new StringBuilder();
        foreach (var c in name)
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
