using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What <c>choco install packages.config</c> installs. NuGet has files of the same name and shape; <see cref="IsList"/> tells them apart.</summary>
public sealed class ChocolateyInspector : IInspector
{
    private static readonly string[] OwnAttributes =
        ["installArguments", "packageParameters", "source", "applyInstallArgumentsToDependencies", "applyPackageParametersToDependencies", "pinPackage", "disabled", "executionTimeout", "ignoreDependencies", "prerelease"];

    public bool Reads(InputFile file) =>
        file.Name.EndsWithIgnoringCase(".config")
        && (file.Name.StartsWith("packages", StringComparison.OrdinalIgnoreCase) || file.Name.IndexOf("choco", StringComparison.OrdinalIgnoreCase) >= 0);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root || !(IsList(root) || file.Path.IndexOf("choco", StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return;
        }

        foreach (var package in root.Children.Where(e => e.Is("package")))
        {
            if (package.Attribute("id") is { } id)
            {
                context.AddPackage(SignatureKind.Chocolatey, id.Value, package.Attribute("version")?.Value, id.Location, null, Strength.Installed);
            }
        }
    }

    /// <summary>NuGet names a target framework and always a version; Chocolatey has attributes of its own, and takes the latest version where none is named.</summary>
    public static bool IsList(XmlElement root)
    {
        var packages = root.Children.Where(e => e.Is("package")).ToList();
        return packages.TrueForAll(p => p.Attribute("targetFramework") is null)
            && packages.Exists(p => p.Attribute("version") is null || Array.Exists(OwnAttributes, name => p.Attribute(name) is not null));
    }
}
