namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>The check's own rule ids in lists of codes.</summary>
internal static class RuleCodes
{
    public const string Prefix = "AITP";

    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n', '"', '\''];

    /// <summary>Every code of a list that is one of the check's, also in a form with a wildcard; as written, each once.</summary>
    public static IReadOnlyList<string> In(string list) =>
        list.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) < 0
            ? []
            : [.. list.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(Is).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary><c>AITP1009</c>, <c>aitp1009</c>, <c>AITP*</c>, <c>AITP</c>; never <c>AITPX</c>.</summary>
    public static bool Is(string code) =>
        code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && code.Skip(Prefix.Length).All(c => char.IsDigit(c) || c is '*' or '?');
}
