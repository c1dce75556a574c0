using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Editors;

/// <summary>A list of editor extensions by id, as recommendations and development containers have it.</summary>
public static class ExtensionList
{
    /// <summary>Records every extension of the list that is a tool's. An id may name a version (<c>id@1.2.3</c>); one that begins with <c>-</c> is a refusal.</summary>
    /// <param name="origin">In what role the extension is listed, as a message says it: "recommendation".</param>
    public static void Inspect(JsonNode? list, string origin, InspectionContext context)
    {
        foreach (var entry in (list as JsonArray)?.Items.OfType<JsonString>() ?? [])
        {
            if (!entry.Value.StartsWith("-", StringComparison.Ordinal))
            {
                Inspect(entry.Value.Trim(), entry.Location, origin, Strength.Configured, context);
            }
        }
    }

    /// <summary>Records one extension if it is a tool's.</summary>
    public static void Inspect(string entry, Location location, string origin, Strength strength, InspectionContext context)
    {
        var at = entry.IndexOf('@');
        var id = at > 0 ? entry.Substring(0, at) : entry;
        var version = at > 0 ? entry.Substring(at + 1) : null;
        context.Find(SignatureKind.VscodeExtension, id, version, signature =>
            new Evidence(signature, Surface.Extension, strength, $"Extension '{PlainText.Safe(id)}'", id, location) { Origin = origin });
    }
}
