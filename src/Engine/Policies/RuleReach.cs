using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Where two rules hold: whether they meet, and whether one holds wherever the other does. Globs and ranges are compared by samples.</summary>
internal static class RuleReach
{
    private static readonly Regex Number = new(@"\d+(\.\d+){0,2}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Whether something may fall under both.</summary>
    public static bool Meet(PolicyRule one, PolicyRule other) =>
        (one.Surfaces is null || other.Surfaces is null || one.Surfaces.Any(other.Surfaces.Contains))
        && (one.Paths is null || other.Paths is null || one.Paths.Any(a => other.Paths.Any(b => Meet(a, b))))
        && (one.Versions is null || other.Versions is null || one.Versions == other.Versions || Meet(one.Versions, other.Versions));

    /// <summary>Whether everything that falls under <paramref name="inner"/> falls under <paramref name="outer"/> too, whomever they speak of.</summary>
    public static bool Covers(PolicyRule outer, PolicyRule inner) => Narrower(outer, inner) is null;

    /// <summary>The key by which <paramref name="rule"/> leaves something out that <paramref name="other"/> holds; null where there is none.</summary>
    public static string? Narrower(PolicyRule rule, PolicyRule other) =>
        rule.Surfaces is not null && (other.Surfaces is null || other.Surfaces.Any(surface => !rule.Surfaces.Contains(surface))) ? "surfaces"
        : rule.Paths is not null && (other.Paths is null || other.Paths.Any(inner => !rule.Paths.Any(outer => Covers(outer, inner)))) ? "paths"
        : rule.Versions is not null && rule.Versions != other.Versions ? "versions"
        : rule.Strength > other.Strength ? "strength"
        : null;

    private static bool Meet(PathGlob one, PathGlob other) => Samples(one).Concat(Samples(other))
        .SelectMany(path => new[] { path, Start(one) + path, Start(other) + path })
        .Any(path => one.IsMatch(path) && other.IsMatch(path));

    // The folders before the first star: where one glob begins in a folder, the other may end below it.
    private static string Start(PathGlob glob) => glob.Pattern.IndexOfAny(['*', '?']) is var star and >= 0
        ? glob.Pattern.Substring(0, glob.Pattern.LastIndexOf('/', star) + 1)
        : "";

    private static bool Covers(PathGlob outer, PathGlob inner) => outer.Pattern == inner.Pattern || Samples(inner).All(outer.IsMatch);

    // Paths that a glob matches: with folders and without, with names that no one writes into a policy.
    public static IEnumerable<string> Samples(PathGlob glob) => new[]
    {
        glob.Pattern.Replace("**/", "").Replace("**", "zq"),
        glob.Pattern.Replace("**/", "zq/qz/").Replace("**", "zq/qz"),
        glob.Pattern.Replace("**/", "qz/").Replace("**", "qz.zq"),
    }.Select(path => path.Replace("*", "zq").Replace('?', 'z')).Where(glob.IsMatch);

    private static bool Meet(string one, string other)
    {
        var samples = SampleVersions(one).Concat(SampleVersions(other)).Append("0.0.0").Append("99999.0.0").Distinct().ToList();
        return Kinds.All(kind => !Catalog.Versions.IsRange(kind, one) || !Catalog.Versions.IsRange(kind, other)
            || samples.Exists(version => Catalog.Versions.Contains(kind, one, version) == true && Catalog.Versions.Contains(kind, other, version) == true));
    }

    private static IEnumerable<SignatureKind> Kinds => [SignatureKind.Nuget, SignatureKind.Npm];

    // The bounds that a range names, and what follows each of them.
    public static IEnumerable<string> SampleVersions(string range) => Number.Matches(range).Cast<Match>()
        .Select(match => (match.Value + ".0.0").Split('.'))
        .SelectMany(parts => new[] { string.Join(".", parts.Take(3)), $"{parts[0]}.{parts[1]}.{(int.TryParse(parts[2], out var patch) ? patch + 1 : 1)}" });
}
