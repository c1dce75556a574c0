using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>winget configurations, in the old form (<c>resource</c>, <c>settings</c>) and the new one (<c>type</c>, <c>properties</c>).</summary>
public sealed class WingetConfigurationInspector : YamlInspector
{
    public override bool Reads(InputFile file) =>
        file.Name.EndsWithIgnoringCase(".winget") || (file.YamlStem() is { } stem && (stem.EndsWith(".dsc", StringComparison.Ordinal) || stem.EndsWith(".winget", StringComparison.Ordinal)));

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context, Surface.Manifest);
        foreach (var resource in document.SelfAndDescendants().OfType<YamlMapping>())
        {
            var type = (resource.Scalar("resource") ?? resource.Scalar("type"))?.Value ?? "";
            var settings = resource["settings"] ?? resource["properties"];
            if (type.IndexOf("winget", StringComparison.OrdinalIgnoreCase) >= 0 && settings?.Scalar("id") is { } id)
            {
                signs.Add(SignatureKind.Winget, id.Value, settings.Scalar("version")?.Value, id.Location);
            }
        }
    }
}
