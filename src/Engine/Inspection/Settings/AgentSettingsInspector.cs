using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// Which hosts and models an agent is pointed at, in the JSON files that the catalog knows as a tool's settings: its variables, and what is
/// called a model or an address. What it may or may not visit is no use of it.
/// </summary>
public sealed class AgentSettingsInspector : IInspector
{
    private static readonly string[] AddressWords = ["url", "endpoint", "base", "host", "model", "provider"];

    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".json") || file.Name.EndsWithIgnoringCase(".jsonc");

    public void Inspect(InputFile file, InspectionContext context)
    {
        var isSettings = context.Catalog.FindPath(file.Path).Any(s => s.Role is "settings" or "mcp-config" && s.Tool is not null);
        if (isSettings && context.Json(file) is { } root)
        {
            Search(root, new SettingScan(context));
        }
    }

    private static void Search(JsonObject members, SettingScan scan)
    {
        foreach (var member in members.Members)
        {
            var name = member.Name.Value;
            if (name is "env" or "environment")
            {
                JsonSettings.Inspect(member.Value, "", scan);
            }
            else if (member.Value is JsonString && AddressWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                JsonSettings.Inspect(member.Value, name, scan);
            }
            else if (member.Value is JsonObject child && !name.EndsWithIgnoringCase("mcpServers") && name is not ("mcp" or "context_servers"))
            {
                Search(child, scan);
            }
        }
    }
}
