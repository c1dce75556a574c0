using System.Globalization;
using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>
/// A version range as npm writes it (docs.npmjs.com, "semver"): comparators, <c>^</c>, <c>~</c>, x-ranges, hyphen ranges, joined by spaces (and) or <c>||</c> (or).
/// Prereleases are inside like any other version: a restriction must not be evaded by a prerelease.
/// </summary>
public sealed class NpmRange
{
    // 1.0.0-0 comes before every other prerelease of 1.0.0.
    private const string FirstPrerelease = "0";

    private static readonly Regex Part = new(
        @"^(?<op>\^|~>?|>=|<=|>|<|=)?v?(?<major>[0-9]{1,15}|[xX*])(\.(?<minor>[0-9]{1,15}|[xX*]))?(\.(?<patch>[0-9]{1,15}|[xX*]))?(-(?<pre>[0-9A-Za-z.-]+))?(\+[0-9A-Za-z.-]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Blanks = new(@"(?<=[\^~<>=])\s+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly char[] Spaces = [' ', '\t', '\r', '\n'];

    private readonly IReadOnlyList<IReadOnlyList<Interval>> _alternatives;

    private NpmRange(IReadOnlyList<IReadOnlyList<Interval>> alternatives) => _alternatives = alternatives;

    public static bool TryParse(string text, out NpmRange range)
    {
        var alternatives = text.Split(["||"], StringSplitOptions.None).Select(ParseAlternative).ToList();
        range = new NpmRange([.. alternatives.OfType<IReadOnlyList<Interval>>()]);
        return alternatives.All(alternative => alternative is not null);
    }

    /// <summary>The lowest version that a version or range as written in a manifest allows.</summary>
    public static bool TryLowest(string text, out SemanticVersion lowest)
    {
        lowest = new SemanticVersion(0, 0, 0, "");
        if (!TryParse(text, out var range))
        {
            return false;
        }

        lowest = range._alternatives.Select(intervals => intervals.Select(i => i.Low).Max()!).Min()!;

        // Where the range was written without a prerelease, the first release is meant.
        lowest = lowest.Prerelease == FirstPrerelease ? lowest with { Prerelease = "" } : lowest;
        return true;
    }

    public bool Contains(SemanticVersion version) =>
        _alternatives.Any(intervals => intervals.All(interval => interval.Contains(version)));

    private static IReadOnlyList<Interval>? ParseAlternative(string text)
    {
        var trimmed = text.Trim();
        var hyphen = trimmed.Split([" - "], StringSplitOptions.None);
        var parts = hyphen.Length == 2
            ? [">=" + hyphen[0].Trim(), "<=" + hyphen[1].Trim()]
            : Blanks.Replace(trimmed.Length == 0 ? "*" : trimmed, "").Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        var intervals = parts.Select(ParsePart).ToList();
        return intervals.Any(interval => interval is null) ? null : [.. intervals.OfType<Interval>()];
    }

    private static Interval? ParsePart(string text)
    {
        var match = Part.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var major = Number(match, "major");
        var minor = major is null ? null : Number(match, "minor");
        var patch = minor is null ? null : Number(match, "patch");
        var low = new SemanticVersion(major ?? 0, minor ?? 0, patch ?? 0, patch is null ? FirstPrerelease : match.Groups["pre"].Value);
        return Interval.Of(match.Groups["op"].Value, low, major, minor, patch);
    }

    private static long? Number(Match match, string group) =>
        long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // From Low on, up to and without High; null is no upper end.
    private sealed record Interval(SemanticVersion Low, SemanticVersion? High)
    {
        private static readonly SemanticVersion Zero = new(0, 0, 0, FirstPrerelease);

        public bool Contains(SemanticVersion version) => version >= Low && (High is null || version < High);

        public static Interval Of(string op, SemanticVersion low, long? major, long? minor, long? patch)
        {
            // The first version after everything that the written digits cover: 1.2 covers 1.2.x, 1 covers 1.x, * covers all.
            var after = major is null ? null
                : minor is null ? Below(low.Major + 1, 0, 0)
                : patch is null ? Below(low.Major, low.Minor + 1, 0)
                : Next(low);
            return op switch
            {
                "^" => new(low, Caret(low, major, minor, patch)),
                "~" or "~>" => new(low, major is null ? null : minor is null ? Below(low.Major + 1, 0, 0) : Below(low.Major, low.Minor + 1, 0)),
                ">=" => new(low, null),
                ">" => new(after ?? Below(long.MaxValue, 0, 0), null),
                "<" => new(Zero, low),
                "<=" => new(Zero, after),
                _ => new(low, after),
            };
        }

        private static SemanticVersion? Caret(SemanticVersion low, long? major, long? minor, long? patch) =>
            major is null ? null
            : low.Major > 0 || minor is null ? Below(low.Major + 1, 0, 0)
            : low.Minor > 0 || patch is null ? Below(0, low.Minor + 1, 0)
            : Below(0, 0, low.Patch + 1);

        // The lowest prerelease of that version, so that its prereleases lie above the end.
        private static SemanticVersion Below(long major, long minor, long patch) => new(major, minor, patch, FirstPrerelease);

        // The version right after one exact version.
        private static SemanticVersion Next(SemanticVersion version) =>
            version.Prerelease.Length == 0 ? Below(version.Major, version.Minor, version.Patch + 1) : version with { Prerelease = version.Prerelease + ".0" };
    }
}
