using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>Conda environments: packages of conda, which has those of Python under the same names, and those that pip adds.</summary>
public sealed class CondaEnvironmentInspector : YamlInspector
{
    private static readonly char[] AfterName = ['=', '<', '>', '!', ' ', '[', '~'];

    public override bool Reads(InputFile file) => file.YamlStem() is { } stem && (stem.StartsWith("environment", StringComparison.Ordinal) || stem is "conda" or "conda-env");

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context, Surface.Manifest, Strength.Dependency);
        foreach (var dependency in document["dependencies"] is YamlSequence all ? all.Values : [])
        {
            if (dependency is YamlScalar conda)
            {
                Conda(conda, signs);
            }

            foreach (var pip in dependency["pip"]?.Items.OfType<YamlScalar>() ?? [])
            {
                signs.Package(SignatureKind.Pypi, pip.Text);
            }
        }
    }

    // "channel::name=1.2=build"
    private static void Conda(YamlScalar dependency, ToolSigns signs)
    {
        var start = dependency.Value.IndexOf("::", StringComparison.Ordinal) is var channel and >= 0 ? channel + 2 : 0;
        var spec = dependency.Value.Substring(start);
        var end = spec.IndexOfAny(AfterName);
        var name = end < 0 ? spec : spec.Substring(0, end);
        var version = end >= 0 && spec[end] == '=' ? spec.Substring(end).Trim('=').Split('=')[0] : null;
        signs.Add(SignatureKind.Pypi, name, version, dependency.Text.At(start, name.Length));
    }
}
