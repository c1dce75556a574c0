using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>What the many configuration formats call the same parts of a server.</summary>
public static class McpKeys
{
    private static readonly string[] Transports = ["stdio", "sse", "http", "https", "streamable-http", "streamableHttp", "streamable_http", "websocket", "ws", "local", "remote"];

    private static readonly string[] Parts = ["command", "cmd", "args", "env", "environment", "container", "image", "serverScript", "headers"];

    public static IReadOnlyList<string> Urls { get; } = ["url", "serverUrl", "httpUrl", "uri", "endpoint"];

    public static IReadOnlyList<string> Images { get; } = ["container", "image"];

    public static IReadOnlyList<string> Variables { get; } = ["env", "environment"];

    /// <summary>Whether an object under a name that is only used for servers is one: it has a part that servers have.</summary>
    public static bool MayBeServer(JsonObject candidate) =>
        IsServer(candidate) || Parts.Any(key => candidate[key] is not null) || HasTransport(candidate);

    /// <summary>Whether an object under a name that is not only used for servers is one.</summary>
    public static bool IsServer(JsonObject candidate) =>
        candidate["command"] is not null || candidate["transport"] is JsonObject || Urls.Any(key => candidate[key] is JsonString);

    /// <summary>Whether an object is one whatever it stands under: it says both what is started or reached and how.</summary>
    public static bool IsWholeServer(JsonObject candidate) =>
        (candidate["command"] is JsonString && (candidate["args"] is JsonArray || HasTransport(candidate))) || (candidate["url"] is JsonString && HasTransport(candidate));

    public static bool IsOn(JsonObject server) =>
        server["disabled"] is not JsonBoolean { Value: true } && server["enabled"] is not JsonBoolean { Value: false };

    private static bool HasTransport(JsonObject candidate) =>
        candidate["transport"] is JsonString or JsonObject || (candidate["type"] is JsonString type && Array.IndexOf(Transports, type.Value) >= 0);
}
