using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Text;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>A package and the versions of it that will do, as a policy names it: <c>package:Id@range</c>.</summary>
/// <param name="Range">In NuGet's notation: <c>[1.2.3]</c> is that version alone, <c>1.2.3</c> that one and every higher one, <c>1.2.*</c> floats.</param>
public sealed record PackageName(string Id, VersionRange Range)
{
    /// <summary>What stands before the id.</summary>
    public const string Scheme = "package";

    // As NuGet checks ids; letters of other scripts look like those of this one and are refused.
    private static readonly Regex Ids = new(@"^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private const int LongestId = 100;

    /// <summary>The one version, in its normal form, where only one will do; else null.</summary>
    public string? Exact => !Range.IsFloating && Range is { IsMinInclusive: true, IsMaxInclusive: true, MinVersion: { } only } && only.Equals(Range.MaxVersion)
        ? only.ToNormalizedString()
        : null;

    /// <summary>The range as it was written.</summary>
    public string RangeText => Range.OriginalString ?? Range.ToString();

    /// <param name="problem">What is wrong, as a whole sentence; null when nothing is.</param>
    public static PackageName? Parse(string text, out string? problem)
    {
        var name = text.StartsWith(Scheme + ":", StringComparison.OrdinalIgnoreCase) ? text.Substring(Scheme.Length + 1) : text;
        var at = name.IndexOf('@');
        var (id, range) = at < 0 ? (name, "") : (name.Substring(0, at).Trim(), name.Substring(at + 1).Trim());
        problem = !IsId(id) ? $"'{PlainText.Safe(id, 100)}' is no package id."
            : range.Length == 0 ? $"The package '{id}' has no version: write {Scheme}:{id}@ and a range of NuGet's notation, such as [1.2.3] or [1.2,2.0)."
            : !VersionRange.TryParse(range, allowFloating: true, out _) ? $"'{PlainText.Safe(range, 100)}' is no version range of NuGet's notation, such as [1.2.3] or [1.2,2.0)."
            : null;
        return problem is null ? new PackageName(id, VersionRange.Parse(range, allowFloating: true)) : null;
    }

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && Ids.IsMatch(id);

    /// <summary>
    /// The highest of the versions that lies in the range, in its normal form; null when none does. Prereleases count only where the range names
    /// one. A newer version of a policy is to take effect, so that, unlike a dependency's, a range gives its highest.
    /// </summary>
    public string? Highest(IEnumerable<string> versions) => versions
        .Select(NuGetVersion.Parse)
        .Where(version => Range.Satisfies(version) && (!version.IsPrerelease || NamesPrerelease))
        .OrderByDescending(version => version, VersionComparer.Default)
        .FirstOrDefault()?.ToNormalizedString();

    /// <summary>Whether a version lies in the range.</summary>
    public bool Allows(string version) => NuGetVersion.TryParse(version, out var parsed) && Range.Satisfies(parsed);

    public override string ToString() => $"{Scheme}:{Id}@{RangeText}";

    private bool NamesPrerelease =>
        Range.MinVersion?.IsPrerelease == true || Range.MaxVersion?.IsPrerelease == true
        || (Range.IsFloating && Range.Float.FloatBehavior is not (NuGetVersionFloatBehavior.None or NuGetVersionFloatBehavior.Major or NuGetVersionFloatBehavior.Minor or NuGetVersionFloatBehavior.Patch or NuGetVersionFloatBehavior.Revision));
}
