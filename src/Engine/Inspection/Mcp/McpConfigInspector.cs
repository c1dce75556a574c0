using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Agents;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>
/// MCP servers in JSON and TOML: the files that the catalog knows as a tool's MCP configuration or settings, workspaces, development containers,
/// every file with "mcp" in its name, and files of tools, plug-ins and configuration that list servers. What counts is a real list of servers.
/// </summary>
public sealed class McpConfigInspector : IInspector
{
    // A configuration file of any other name says by one of these, or its folder does, that there are servers in it.
    private static readonly string[] NameParts = ["conf", "settings", "servers", "extension", "plugin", "marketplace", "agent"];

    private static readonly string[] Extensions = [".json", ".jsonc", ".code-workspace", ".toml"];

    public bool Reads(InputFile file) => Extensions.Any(file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (MayHold(file, context.Catalog) && (file.Name.EndsWithIgnoringCase(".toml") ? context.Toml(file) : context.Json(file)) is { } root)
        {
            var before = context.Evidence.Count;
            McpServerLists.Inspect(root, McpServerLists.IsMcpName(file.Name), context);
            AddFile(file, context, context.Evidence.Count > before || IsListing(root));
        }
    }

    // What a server's own project tells a registry of it, by the schema that it names.
    private static bool IsListing(JsonObject root) => root["$schema"] is JsonString { Value: var schema } && schema.Contains("contextprotocol.io/schemas/");

    // A name that is nobody's says little: the file is a configuration when there are servers in it, or when it is a server's listing.
    private static void AddFile(InputFile file, InspectionContext context, bool isMcp)
    {
        foreach (var signature in isMcp ? context.Catalog.FindPath(file.Path).Where(s => s.IsKnownByContent) : [])
        {
            context.Add(AgentFiles.EvidenceOf(signature, file));
        }
    }

    private static bool MayHold(InputFile file, ToolCatalog catalog) =>
        McpServerLists.IsMcpName(file.Name)
        || file.Name.EndsWithIgnoringCase(".code-workspace")
        || file.Name is "devcontainer.json" or ".devcontainer.json"
        || (file.Name == "settings.json" && file.Folder.EndsWith(".vscode", StringComparison.Ordinal))
        || catalog.FindPath(file.Path) is var known && known.Any(s => s.Role is "mcp-config" or "settings")
        || ((known.Count > 0 || McpServerLists.IsMcpName(file.Folder) || NameParts.Any(part => NameWithFolder(file).IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)) && file.Read().Text is { } text && McpServerLists.MayBeIn(text));

    private static string NameWithFolder(InputFile file) => file.Path.Substring(file.Folder.LastIndexOf('/') + 1);
}
