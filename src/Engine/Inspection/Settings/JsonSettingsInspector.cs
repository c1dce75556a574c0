using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// Settings in JSON: <c>appsettings*.json</c>, <c>launchSettings.json</c>, user secrets, functions' local settings, deployment parameters, and
/// manifests that an application host writes.
/// </summary>
public sealed class JsonSettingsInspector : IInspector
{
    private static readonly string[] Names = ["launchSettings.json", "secrets.json", "usersecrets.json", "local.settings.json", "aspire-manifest.json", "azuredeploy.json"];

    private static readonly string[] Endings = [".parameters.json", ".tfvars.json", ".tf.json", ".appsettings.json"];

    public bool Reads(InputFile file) =>
        Names.Any(file.Name.EqualsIgnoringCase) || Endings.Any(file.Name.EndsWithIgnoringCase) || IsAppSettings(file.Name) || IsManifest(file);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is { } root && (!IsManifest(file) || IsHostManifest(root)))
        {
            JsonSettings.Inspect(root, "", new SettingScan(context));
        }
    }

    private static bool IsAppSettings(string name) =>
        name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWithIgnoringCase(".json");

    private static bool IsManifest(InputFile file) => file.Name == "manifest.json";

    // "manifest.json" is many things; the application host's names its schema.
    private static bool IsHostManifest(JsonObject root) =>
        root["resources"] is JsonObject && (root["$schema"] as JsonString)?.Value.IndexOf("aspire", StringComparison.OrdinalIgnoreCase) >= 0;
}
