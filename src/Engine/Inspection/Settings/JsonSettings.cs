using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>The names and values of a JSON settings file.</summary>
public static class JsonSettings
{
    // What stands in these has a name of its own, not one below theirs.
    private static readonly string[] VariableLists = ["environmentVariables", "env", "environment", "Values"];

    /// <param name="path">The key of <paramref name="node"/>, joined by colons; empty at the root.</param>
    public static void Inspect(JsonNode node, string path, SettingScan scan)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.Members)
                {
                    Inspect(member, path, scan);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Inspect(list.Items[i], path, scan);
                }

                break;
            case JsonString text:
                scan.Value(path, text.Value, (start, length) => Place(text, start, length));
                break;
        }
    }

    private static void Inspect(JsonMember member, string path, SettingScan scan)
    {
        var name = member.Name.Value;
        var key = path.Length == 0 ? name : $"{path}:{name}";
        scan.Name(name, member.Name.Location);
        if (member.Value is not (JsonObject or JsonArray))
        {
            scan.Key(key, member.Name.Location);
        }

        Inspect(member.Value, member.Value is JsonObject && VariableLists.Contains(name) ? "" : key, scan);
    }

    // Escapes make offsets unequal: then it is the whole string.
    private static Location Place(JsonString text, int start, int length) =>
        text.Length == text.Value.Length + 2 ? text.File.At(text.Offset + 1 + start, length) : text.Location;
}
