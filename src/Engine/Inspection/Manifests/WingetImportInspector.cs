using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Packages in the JSON that <c>winget export</c> writes and <c>winget import</c> installs, whatever it is called.</summary>
public sealed class WingetImportInspector : IInspector
{
    private static readonly string[] NameParts = ["winget", "packages", "apps", "import"];

    public bool Reads(InputFile file) =>
        file.Name.EndsWithIgnoringCase(".json") && Array.Exists(NameParts, part => file.Name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    public void Inspect(InputFile file, InspectionContext context)
    {
        // Other formats have such names too, and need not even be JSON.
        if (file.Read().Text?.Contains("\"PackageIdentifier\"") != true || context.Json(file) is not { } root)
        {
            return;
        }

        foreach (var package in (root["Sources"] as JsonArray)?.Items.OfType<JsonObject>().SelectMany(Packages) ?? [])
        {
            if (package["PackageIdentifier"] is JsonString id)
            {
                context.AddPackage(SignatureKind.Winget, id.Value, package.Text("Version"), id.Location, null, Strength.Installed);
            }
        }
    }

    private static IEnumerable<JsonObject> Packages(JsonObject source) => (source["Packages"] as JsonArray)?.Items.OfType<JsonObject>() ?? [];
}
