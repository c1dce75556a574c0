using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Editors;

/// <summary>Editor settings that switch a tool on. Switching one off is no use of it.</summary>
public static class EditorSettings
{
    // Where the extensions that are named below it shall run.
    private const string ExtensionKinds = "remote.extensionKind.";

    private static readonly string[] OffWords = ["off", "none", "disabled", "never", "false", ""];

    /// <summary>Records every setting that is a tool's and is not off, written flat (<c>"a.b": …</c>), nested (<c>"a": { "b": … }</c>) or for one language (<c>"[c]": { … }</c>).</summary>
    /// <param name="most">How much the file that they stand in proves at most.</param>
    public static void Inspect(JsonNode? settings, InspectionContext context, Strength most = Strength.Configured) =>
        Inspect(settings as JsonObject, "", most < Strength.Configured ? most : Strength.Configured, context);

    private static void Inspect(JsonObject? settings, string prefix, Strength strength, InspectionContext context)
    {
        foreach (var member in settings?.Members ?? [])
        {
            var name = member.Name.Value;
            var isLanguage = name.StartsWith("[", StringComparison.Ordinal);
            if (prefix == ExtensionKinds)
            {
                ExtensionList.Inspect(name, member.Name.Location, "setting", strength, context);
            }
            else if (isLanguage || !context.Catalog.Knows(SignatureKind.EditorSetting, prefix + name))
            {
                Inspect(member.Value as JsonObject, isLanguage ? "" : $"{prefix}{name}.", strength, context);
            }
            else if (IsOn(name, member.Value))
            {
                Report(prefix + name, member.Name.Location, strength, context);
            }
        }
    }

    private static void Report(string key, Location location, Strength strength, InspectionContext context) =>
        context.Find(SignatureKind.EditorSetting, key, null, signature =>
            new Evidence(signature, Surface.Extension, strength, $"Editor setting '{PlainText.Safe(key)}'", key, location));

    // An object switches on as soon as one of its members does; "disableX": true switches off.
    private static bool IsOn(string name, JsonNode value) => value switch
    {
        JsonBoolean flag => flag.Value != (name.IndexOf("disable", StringComparison.OrdinalIgnoreCase) >= 0),
        JsonString text => !OffWords.Contains(text.Value, StringComparer.OrdinalIgnoreCase),
        JsonArray list => list.Items.Count > 0,
        JsonObject members => members.Members.Any(m => IsOn(m.Name.Value, m.Value)),
        JsonNull => false,
        _ => true,
    };
}
