using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Plug-ins of agents that no catalog knows the folder of: their manifest, what offers them, and their hooks. The names are common ones, so what stands in the file tells.</summary>
public sealed class AgentPluginInspector : IInspector
{
    // Parts that a plug-in of an agent has and one of another program has not.
    private static readonly string[] Parts = ["skills", "agents", "mcpServers"];

    // What agents call the moments at which they run a hook.
    private static readonly string[] Moments =
    [
        "PreToolUse", "PostToolUse", "SessionStart", "SessionEnd", "UserPromptSubmit", "SubagentStop", "PreCompact", "BeforeTool", "AfterTool", "BeforeAgent", "AfterAgent",
        "BeforeShellExecution", "AfterFileEdit", "BeforeSubmitPrompt",
    ];

    private static readonly string[] CommonMoments = ["Stop", "Notification"];

    public bool Reads(InputFile file) =>
        file.Name is "plugin.json" or "marketplace.json" || (file.Name.IndexOf("hooks", StringComparison.OrdinalIgnoreCase) >= 0 && file.Name.EndsWithIgnoringCase(".json"));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (!context.Catalog.FindPath(file.Path).Any(s => !s.NeedsSecondSign) && file.Read().Text is { } text && MayHold(text) && context.Json(file) is JsonObject root && SignIn(file, root) is { } sign)
        {
            context.Add(new Evidence(
                Signature.OfUnknown(SignatureKind.Path, file.Path),
                Surface.AgentFile,
                Strength.Configured,
                $"File '{PlainText.Safe(file.Path)}' ('{PlainText.Safe(sign.Value)}' in it)",
                file.Path,
                sign.Location));
        }
    }

    // A file of these names that is none of an agent's is not looked at, so that nothing about it is reported.
    private static bool MayHold(string text) => Parts.Concat(Moments).Concat(CommonMoments).Append("plugins").Any(word => text.IndexOf($"\"{word}\"", StringComparison.OrdinalIgnoreCase) >= 0);

    private static JsonString? SignIn(InputFile file, JsonObject root) => file.Name switch
    {
        "plugin.json" => root["name"] is JsonString ? root.Members.FirstOrDefault(member => Parts.Contains(member.Name.Value) && member.Value is JsonString or JsonArray)?.Name : null,
        "marketplace.json" => OfferIn(root),
        _ => root["hooks"] is JsonObject hooks ? hooks.Members.FirstOrDefault(IsMoment)?.Name : null,
    };

    // A moment that is called as others call theirs, too, has lists of hooks below it.
    private static bool IsMoment(JsonMember member) => member.Value is JsonArray list
        && (Moments.Contains(member.Name.Value, StringComparer.OrdinalIgnoreCase)
            || (CommonMoments.Contains(member.Name.Value) && list.Items.Count > 0 && list.Items.All(item => item is JsonObject matcher && matcher["hooks"] is JsonArray)));

    // Each plug-in that is offered has a name and a place that it comes from.
    private static JsonString? OfferIn(JsonObject root)
    {
        var plugins = root.Members.FirstOrDefault(member => member.Name.Value == "plugins");
        return plugins?.Value is JsonArray { Items.Count: > 0 } list && list.Items.All(item => item is JsonObject offer && offer["name"] is JsonString && offer["source"] is not null) ? plugins.Name : null;
    }
}
