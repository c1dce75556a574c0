using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Names of tools as the managers of development environments write them: <c>npm:@scope/name</c>, <c>pipx:name</c>, or a command.</summary>
public static class ToolNames
{
    /// <summary>Records what a tool name stands for.</summary>
    public static void AddTool(this InspectionContext context, string name, string? version, Location location)
    {
        var colon = name.IndexOf(':');
        var (prefix, bare) = colon < 0 ? ("", name) : (name.Substring(0, colon), name.Substring(colon + 1));
        if (prefix == "go")
        {
            context.AddGoPackage(bare, version, location, prefix);
        }
        else if (KindOf(prefix) is { } kind)
        {
            context.AddPackage(kind, WithoutExtras(bare), version, location, prefix, Strength.Installed);
        }
        else if (prefix.Length == 0 || prefix == "asdf" || prefix == "core")
        {
            AddCommand(context, bare, version, location);
        }
    }

    // Package collections mostly name a tool as Homebrew does where they do not name it after its command. A command that clashes with others proves nothing.
    private static void AddCommand(InspectionContext context, string name, string? version, Location location)
    {
        var kind = context.Catalog.Knows(SignatureKind.Command, name) ? SignatureKind.Command : SignatureKind.Homebrew;
        context.Find(kind, name, version, signature =>
            new Evidence(signature, Surface.Manifest, Strength.Installed, $"Tool '{PlainText.Safe(name)}'", name, location));
    }

    private static SignatureKind? KindOf(string prefix) => prefix switch
    {
        "npm" => SignatureKind.Npm,
        "pipx" or "pip" or "uv" => SignatureKind.Pypi,
        "cargo" => SignatureKind.Cargo,
        "dotnet" => SignatureKind.Nuget,
        "vscode" => SignatureKind.VscodeExtension,
        _ => null,
    };

    private static string WithoutExtras(string name) => name.IndexOf('[') is var open and > 0 ? name.Substring(0, open) : name;
}
