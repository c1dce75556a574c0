using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Apps in what <c>scoop export</c> wrote, and what the manifests of a bucket depend on.</summary>
public sealed class ScoopInspector : IInspector
{
    public bool Reads(InputFile file) =>
        file.Name.EndsWithIgnoringCase(".json") && (file.Name.IndexOf("scoop", StringComparison.OrdinalIgnoreCase) >= 0 || IsInBucket(file));

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Json(file);
        foreach (var app in (root?["apps"] as JsonArray)?.Items ?? [])
        {
            if ((app as JsonString ?? (app as JsonObject)?["Name"] ?? (app as JsonObject)?["name"]) is JsonString name)
            {
                Add(name, app.Text("Version") ?? app.Text("version"), "app", context);
            }
        }

        if (IsInBucket(file) && root?["version"] is not null)
        {
            var needed = root["depends"] is JsonString one ? [one] : (root["depends"] as JsonArray)?.Items.OfType<JsonString>() ?? [];
            foreach (var name in needed)
            {
                Add(name, null, "depends", context);
            }
        }
    }

    private static bool IsInBucket(InputFile file) => file.Folder == "bucket" || file.Folder.EndsWith("/bucket", StringComparison.Ordinal);

    // "bucket/app"
    private static void Add(JsonString name, string? version, string section, InspectionContext context)
    {
        var app = name.Value.Substring(name.Value.LastIndexOf('/') + 1);
        context.AddPackage(SignatureKind.Scoop, app, version, name.Location, section, Strength.Installed);
    }
}
