using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>Lists of MCP servers in a tree of JSON or TOML, wherever in it they stand. What counts is a real list of servers.</summary>
internal static class McpServerLists
{
    private static readonly string[] Names = ["mcpServers", "mcp_servers", "context_servers"];

    /// <summary>Whether the name of a file, or of where a text goes, says that there are servers in it.</summary>
    public static bool IsMcpName(string name) => name.IndexOf("mcp", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a text that is called anything may hold a list; a quick look before it is parsed.</summary>
    public static bool MayBeIn(string text) => Names.Any(text.Contains) || text.Contains("\"mcp\"");

    /// <summary>Records the servers of all lists.</summary>
    /// <param name="isMcp">Whether the tree has nothing but servers in it, which may then stand there by themselves.</param>
    public static void Inspect(JsonObject root, bool isMcp, InspectionContext context)
    {
        Search(root, isMcp, context);
        InspectServers(isMcp ? root : null, McpKeys.IsWholeServer, context);
    }

    private static void Search(JsonObject members, bool isMcp, InspectionContext context)
    {
        foreach (var member in members.Members)
        {
            var name = member.Name.Value;
            if (IsServerList(name))
            {
                InspectServers(member.Value, McpKeys.MayBeServer, context);
            }
            else
            {
                // The servers of a described web interface are a list of addresses.
                Func<JsonObject, bool> isServer = member.Value is JsonArray ? McpKeys.IsWholeServer : McpKeys.IsServer;
                InspectServers(name == "mcp" || (isMcp && name == "servers") ? member.Value : null, isServer, context);
                SearchIn(member.Value, name == "mcp", context);
            }
        }
    }

    // Also in a list of plug-ins, each with its own servers.
    private static void SearchIn(JsonNode value, bool isMcp, InspectionContext context)
    {
        if (value is JsonObject child)
        {
            Search(child, isMcp, context);
        }

        foreach (var item in (value as JsonArray)?.Items.OfType<JsonObject>() ?? [])
        {
            Search(item, false, context);
        }
    }

    // Also flat, as settings have it ("tool.mcpServers", "mcp.servers"), and with the protocol's name written out.
    private static bool IsServerList(string name) =>
        name.EndsWithIgnoringCase("mcpServers") || name.EndsWithIgnoringCase("ContextProtocolServers") || name is "context_servers" or "mcp_servers" or "mcp.servers";

    private static void InspectServers(JsonNode? list, Func<JsonObject, bool> isServer, InspectionContext context)
    {
        foreach (var member in (list as JsonObject)?.Members ?? [])
        {
            if (member.Value is JsonObject server && isServer(server))
            {
                Inspect(server, member.Name, context);
            }
        }

        foreach (var server in (list as JsonArray)?.Items.OfType<JsonObject>().Where(isServer) ?? [])
        {
            Inspect(server["transport"] as JsonObject ?? server, (server["name"] ?? server["id"]) as JsonString, context);
        }
    }

    private static void Inspect(JsonObject server, JsonString? name, InspectionContext context)
    {
        var words = Strings(server["command"]).Concat(Strings(server["args"])).ToList();
        var urls = McpKeys.Urls.SelectMany(key => Strings(server[key])).ToList();
        var images = McpKeys.Images.SelectMany(key => Strings(server[key])).ToList();
        var called = name is null ? new Placed<string>("", server.Location with { EndLine = server.Location.Line, EndColumn = server.Location.Column + 1 }) : Place(name);
        McpServers.Report(new McpServer(called, words, urls) { Images = images, IsOn = McpKeys.IsOn(server) }, context);

        var scan = new SettingScan(context);
        foreach (var variables in McpKeys.Variables.Select(key => server[key]).OfType<JsonObject>())
        {
            JsonSettings.Inspect(variables, "", scan);
        }
    }

    private static IEnumerable<Placed<string>> Strings(JsonNode? node) => node switch
    {
        JsonString text => [Place(text)],
        JsonArray list => list.Items.OfType<JsonString>().Select(Place),
        // { "command": { "path": "npx", "args": [ … ] } }
        JsonObject nested => Strings(nested["path"]).Concat(Strings(nested["args"])),
        _ => [],
    };

    private static Placed<string> Place(JsonString text) => new(text.Value, text.Location);
}
