using System.Runtime.CompilerServices;
using NuGet.Versioning;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Versions and version ranges in the notation of their ecosystem.</summary>
public static class Versions
{
    /// <summary>Whether <paramref name="range"/> can be read for that kind of package.</summary>
    public static bool IsRange(SignatureKind kind, string range) =>
        kind == SignatureKind.Npm ? NpmRange.TryParse(range, out _) : IsNuGetRange(range);

    /// <summary>
    /// Whether the version lies in the range. <paramref name="version"/> may itself be a range as project files write it: then its lowest version counts.
    /// Null when the version is unknown or cannot be read.
    /// </summary>
    public static bool? Contains(SignatureKind kind, string range, string? version)
    {
        if (string.IsNullOrWhiteSpace(version))
        {
            return null;
        }

        if (kind == SignatureKind.Npm)
        {
            return NpmRange.TryParse(range, out var npm) && NpmRange.TryLowest(version!, out var lowest) ? npm.Contains(lowest) : null;
        }

        // Go writes v1.2.3.
        return NuGetContains(range, kind == SignatureKind.Go ? version!.TrimStart('v') : version!);
    }

    // NuGet.Versioning is loaded only where a range must really be compared.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsNuGetRange(string range) => VersionRange.TryParse(range, out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool? NuGetContains(string range, string version)
    {
        if (!VersionRange.TryParse(range, out var allowed))
        {
            return null;
        }

        if (NuGetVersion.TryParse(version, out var exact))
        {
            return allowed.Satisfies(exact);
        }

        return VersionRange.TryParse(version, allowFloating: true, out var declared) && declared.MinVersion is { } lowest
            ? allowed.Satisfies(lowest)
            : null;
    }
}
