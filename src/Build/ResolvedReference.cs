using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>An assembly that a reference was resolved to.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Include">The reference as the project wrote it.</param>
/// <param name="Package">The id of the package that holds it, or null.</param>
internal sealed record ResolvedReference(string Path, string Include, string? Package, string? PackageVersion)
{
    /// <summary>Null for what is nobody's to mend here: the framework's assemblies, and what other projects build.</summary>
    public static ResolvedReference? Of(ITaskItem item)
    {
        if (Has(item, "FrameworkReferenceName") || Has(item, "ProjectReferenceOriginalItemSpec") || Is(item, "ReferenceSourceTarget", "ProjectReference")
            || Is(item, "FrameworkFile", "true") || Is(item, "ResolvedFrom", "ImplicitlyExpandDesignTimeFacades"))
        {
            return null;
        }

        var package = item.GetMetadata("NuGetPackageId");
        var include = item.GetMetadata("OriginalItemSpec");
        return new ResolvedReference(item.GetMetadata("FullPath"), include.Length > 0 ? include : item.ItemSpec, package.Length > 0 ? package : null, item.GetMetadata("NuGetPackageVersion"));
    }

    private static bool Has(ITaskItem item, string metadata) => item.GetMetadata(metadata).Length > 0;

    private static bool Is(ITaskItem item, string metadata, string value) => string.Equals(item.GetMetadata(metadata), value, StringComparison.OrdinalIgnoreCase);
}
