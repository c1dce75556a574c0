using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Whether one signature matches one value.</summary>
public static class SignatureMatcher
{
    public static bool IsMatch(Signature signature, string value)
    {
        var comparison = SignatureKinds.Comparison(signature.Kind);
        return signature.Match switch
        {
            SignatureMatch.Exact => string.Equals(value, signature.Value, comparison),
            SignatureMatch.Prefix => value.StartsWith(signature.Value, comparison),
            SignatureMatch.Domain => IsSameOrEndsWith(value, signature.Value, '.', comparison),
            SignatureMatch.Namespace => IsSameOrStartsWith(value, signature.Value, '.', comparison),
            SignatureMatch.Glob when signature.Kind == SignatureKind.Path => new PathGlob(signature.Value).IsMatch(value),
            SignatureMatch.Glob => Wildcards.IsMatch(signature.Value, value, comparison),
            SignatureMatch.Word => IdWords.Of(value).Contains(signature.Value, StringComparer.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsSameOrEndsWith(string value, string end, char border, StringComparison comparison) =>
        value.EndsWith(end, comparison) && (value.Length == end.Length || value[value.Length - end.Length - 1] == border);

    private static bool IsSameOrStartsWith(string value, string start, char border, StringComparison comparison) =>
        value.StartsWith(start, comparison) && (value.Length == start.Length || value[start.Length] == border);
}
