using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Agents;
using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>
/// MCP servers in JSON and TOML: the files that the catalog knows as a tool's MCP configuration or settings, workspaces, development containers,
/// every file with "mcp" in its name, and files of tools, plug-ins and configuration that list servers. What counts is a real list of servers.
/// </summary>
public sealed class McpConfigInspector : IInspector
{
    // A configuration file of any other name says by one of these that there are servers in it.
    private static readonly string[] NameParts = ["config", "settings", "servers", "extension", "plugin", "marketplace", "agent"];

    private static readonly string[] ListNames = ["mcpServers", "mcp_servers", "context_servers"];

    private static readonly string[] Extensions = [".json", ".jsonc", ".code-workspace", ".toml"];

    public bool Reads(InputFile file) => Extensions.Any(file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (MayHold(file, context.Catalog) && (file.Name.EndsWithIgnoringCase(".toml") ? context.Toml(file) : context.Json(file)) is { } root)
        {
            var before = context.Evidence.Count;
            Search(root, IsMcpFile(file), context);
            InspectServers(IsMcpFile(file) ? root : null, McpKeys.IsWholeServer, context);
            AddFile(file, context, context.Evidence.Count > before);
        }
    }

    // A name that is nobody's says little: the file is a configuration when there are servers in it.
    private static void AddFile(InputFile file, InspectionContext context, bool hasServers)
    {
        foreach (var signature in hasServers ? context.Catalog.FindPath(file.Path).Where(s => s.IsKnownByContent) : [])
        {
            context.Add(AgentFiles.EvidenceOf(signature, file));
        }
    }

    private static bool MayHold(InputFile file, ToolCatalog catalog) =>
        IsMcpFile(file)
        || file.Name.EndsWithIgnoringCase(".code-workspace")
        || file.Name is "devcontainer.json" or ".devcontainer.json"
        || (file.Name == "settings.json" && file.Folder.EndsWith(".vscode", StringComparison.Ordinal))
        || catalog.FindPath(file.Path) is var known && known.Any(s => s.Role is "mcp-config" or "settings")
        || ((known.Count > 0 || NameParts.Any(part => file.Name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)) && ListNames.Any(file.Read().Text is { } text ? text.Contains : _ => false));

    private static bool IsMcpFile(InputFile file) => file.Name.IndexOf("mcp", StringComparison.OrdinalIgnoreCase) >= 0;

    private static void Search(JsonObject members, bool isMcp, InspectionContext context)
    {
        foreach (var member in members.Members)
        {
            var name = member.Name.Value;
            if (IsServerList(name))
            {
                InspectServers(member.Value, McpKeys.MayBeServer, context);
            }
            else if (member.Value is JsonObject child)
            {
                if (name == "mcp" || (isMcp && name == "servers"))
                {
                    InspectServers(child, McpKeys.IsServer, context);
                }

                Search(child, name == "mcp", context);
            }
            else
            {
                SearchAll((member.Value as JsonArray)?.Items, context);
            }
        }
    }

    // A list of plug-ins, each with its own servers.
    private static void SearchAll(IReadOnlyList<JsonNode>? items, InspectionContext context)
    {
        foreach (var item in items?.OfType<JsonObject>() ?? [])
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

        foreach (var server in (list as JsonArray)?.Items.OfType<JsonObject>() ?? [])
        {
            Inspect(server["transport"] as JsonObject ?? server, server["name"] as JsonString, context);
        }
    }

    private static void Inspect(JsonObject server, JsonString? name, InspectionContext context)
    {
        var words = Strings(server["command"]).Concat(Strings(server["args"])).ToList();
        var urls = McpKeys.Urls.SelectMany(key => Strings(server[key])).ToList();
        var called = name is null ? new Placed<string>("", server.Location with { EndLine = server.Location.Line, EndColumn = server.Location.Column + 1 }) : Place(name);
        McpServers.Report(new McpServer(called, words, urls) { IsOn = McpKeys.IsOn(server) }, context);

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
