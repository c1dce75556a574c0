using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Components and extensions that <c>.vsconfig</c> has Visual Studio install.</summary>
public sealed class VsConfigInspector : IInspector
{
    private static readonly Regex ItemName = new(@"[?&]itemName=(?<id>[\w.-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".vsconfig");

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Json(file);
        foreach (var component in Strings(root?["components"]))
        {
            context.AddPackage(SignatureKind.VisualStudioComponent, component.Value, null, component.Location, null, Strength.Installed);
        }

        foreach (var extension in Strings(root?["extensions"]))
        {
            var id = ItemName.Match(extension.Value) is { Success: true } match ? match.Groups["id"].Value : extension.Value;
            context.AddPackage(SignatureKind.VisualStudioExtension, id, null, extension.Location, null, Strength.Installed);
        }
    }

    private static IEnumerable<JsonString> Strings(JsonNode? node) => (node as JsonArray)?.Items.OfType<JsonString>() ?? [];
}
