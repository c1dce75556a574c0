using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>Lock files of pnpm, every version of the format: all packages that were resolved.</summary>
public sealed class PnpmLockInspector : YamlInspector
{
    public override bool Reads(InputFile file) => file.YamlStem() == "pnpm-lock";

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        foreach (var package in document["packages"]?.Members ?? [])
        {
            if (Parts(package.Key.Value) is not var (name, version))
            {
                continue;
            }

            context.Find(SignatureKind.Npm, name, version, signature =>
                new Evidence(signature, Surface.Manifest, Strength.Dependency, $"npm package '{PlainText.Safe(name)}'", name, package.Key.Location) { IsResolved = true });
        }
    }

    // "@scope/name@1.0.0(peer@2.0.0)", with a slash before it in format 6; "/@scope/name/1.0.0_peer@2.0.0" in format 5.
    private static (string Name, string Version)? Parts(string key)
    {
        var bracket = key.IndexOf('(');
        var bare = (bracket < 0 ? key : key.Substring(0, bracket)).TrimStart('/');
        var at = bare.IndexOf('@', Math.Min(1, bare.Length));
        var slash = bare.IndexOf('/', bare.StartsWith("@", StringComparison.Ordinal) ? Math.Max(0, bare.IndexOf('/') + 1) : 0);
        if (slash > 0 && (at < 0 || slash < at))
        {
            return (bare.Substring(0, slash), bare.Substring(slash + 1).Split('_')[0]);
        }

        return at > 0 ? (bare.Substring(0, at), bare.Substring(at + 1)) : null;
    }
}
