using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>What the many configuration formats call the same parts of a server.</summary>
public static class McpKeys
{
    public static IReadOnlyList<string> Urls { get; } = ["url", "serverUrl", "httpUrl", "uri", "endpoint"];

    public static IReadOnlyList<string> Variables { get; } = ["env", "environment"];

    /// <summary>Whether an object under a name that is not only used for servers is one.</summary>
    public static bool IsServer(JsonObject candidate) =>
        candidate["command"] is not null || candidate["transport"] is JsonObject || Urls.Any(key => candidate[key] is JsonString);

    public static bool IsOn(JsonObject server) =>
        server["disabled"] is not JsonBoolean { Value: true } && server["enabled"] is not JsonBoolean { Value: false };
}
