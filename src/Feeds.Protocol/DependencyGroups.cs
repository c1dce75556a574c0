using NuGet.Frameworks;
using NuGet.Packaging;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Which of a package's dependencies hold for a target framework.</summary>
internal static class DependencyGroups
{
    /// <summary>Those of the nearest group; empty when no group fits.</summary>
    public static IReadOnlyList<PackageDependency> For(IEnumerable<PackageDependencyGroup> groups, string framework)
    {
        var nearest = NuGetFrameworkUtility.GetNearest(groups, NuGetFramework.Parse(framework), group => group.TargetFramework);
        return [.. (nearest?.Packages ?? []).Select(package => new PackageDependency(package.Id, package.VersionRange.ToNormalizedString()))];
    }
}
