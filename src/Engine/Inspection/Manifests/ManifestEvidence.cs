using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Makes evidence of packages that manifests of other ecosystems declare.</summary>
public static class ManifestEvidence
{
    /// <summary>Records a declared package of one ecosystem.</summary>
    /// <param name="section">In which part of the manifest it stands; null where there is only one.</param>
    /// <param name="isOwn">
    /// Whether it is one of the repository itself: no unknown tool then, whatever words its name holds, as what it needs stands in its own manifest.
    /// </param>
    public static void AddPackage(
        this InspectionContext context, SignatureKind kind, string name, string? version, Location location, string? section = null,
        Strength strength = Strength.Dependency, bool isOwn = false)
    {
        if (!isOwn || context.Catalog.KnowsTool(kind, name, version))
        {
            context.Find(kind, name, version, signature =>
                new Evidence(signature, SurfaceOf(kind), strength, What(kind, name, section), PackageNames.Canonical(kind, name), location));
        }
    }

    /// <summary>Records the Python package that a line asks for; nothing where the line is no requirement.</summary>
    public static void AddRequirement(this InspectionContext context, TextLine line, string? section = null, Strength strength = Strength.Dependency)
    {
        if (Requirement.Parse(line.Text) is { } requirement)
        {
            context.AddPackage(SignatureKind.Pypi, requirement.Name, requirement.Version, line.Of(requirement.Name), section, strength);
        }
    }

    /// <summary>Records the module in which a Go package lies: what is installed by name is a package somewhere in one.</summary>
    public static void AddGoPackage(this InspectionContext context, string package, string? version, Location location, string section, bool isOwn = false)
    {
        var module = package;
        while (module.IndexOf('/') > 0 && !context.Catalog.KnowsTool(SignatureKind.Go, module))
        {
            module = module.Substring(0, module.LastIndexOf('/'));
        }

        context.AddPackage(SignatureKind.Go, module.IndexOf('/') > 0 ? module : package, version, location, section, Strength.Installed, isOwn);
    }

    /// <summary>How a message begins: "PyPI package 'x' (dev-packages)".</summary>
    public static string What(SignatureKind kind, string name, string? section) =>
        $"{NounOf(kind)} '{PlainText.Safe(name)}'{(section is null ? "" : $" ({PlainText.Safe(section, 80)})")}";

    private static Surface SurfaceOf(SignatureKind kind) => kind switch
    {
        SignatureKind.VscodeExtension or SignatureKind.VisualStudioExtension or SignatureKind.VisualStudioComponent or SignatureKind.JetbrainsPlugin => Surface.Extension,
        _ => Surface.Manifest,
    };

    private static string NounOf(SignatureKind kind) => kind switch
    {
        SignatureKind.Npm => "npm package",
        SignatureKind.Pypi => "PyPI package",
        SignatureKind.Go => "Go module",
        SignatureKind.Cargo => "Crate",
        SignatureKind.Homebrew => "Homebrew package",
        SignatureKind.Winget => "winget package",
        SignatureKind.Chocolatey => "Chocolatey package",
        SignatureKind.Scoop => "Scoop app",
        SignatureKind.VscodeExtension => "VS Code extension",
        SignatureKind.VisualStudioExtension => "Visual Studio extension",
        SignatureKind.VisualStudioComponent => "Visual Studio component",
        _ => "Tool",
    };
}
