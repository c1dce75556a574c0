using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>What a deployment template's own parameters and variables stand for.</summary>
/// <param name="root">The template; null for one without any.</param>
internal sealed class ResourceParameters(JsonObject? root)
{
    private const string Parameter = "[parameters('";

    private const string Variable = "[variables('";

    private const string End = "')]";

    public static ResourceParameters None { get; } = new(null);

    /// <summary>The default of the parameter that a value is, or the value itself.</summary>
    public string Resolve(string value)
    {
        var found = NameIn(value, Parameter) is { } parameter ? ((root?["parameters"] as JsonObject)?[parameter] as JsonObject)?["defaultValue"]
            : NameIn(value, Variable) is { } variable ? (root?["variables"] as JsonObject)?[variable]
            : null;
        return (found as JsonString)?.Value ?? value;
    }

    private static string? NameIn(string value, string start) =>
        value.StartsWith(start, StringComparison.Ordinal) && value.EndsWith(End, StringComparison.Ordinal) && value.Length > start.Length + End.Length
            ? value.Substring(start.Length, value.Length - start.Length - End.Length)
            : null;
}
