using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>What it means that a file of an AI tool stands in a repository.</summary>
internal static class AgentFiles
{
    /// <param name="signature">Of kind path, with the role that the file has.</param>
    public static Evidence EvidenceOf(Signature signature, InputFile file) => new(
        signature, Surface.AgentFile, StrengthOf(signature.Role), $"{Noun(signature.Role)} '{PlainText.Safe(file.Path)}'", file.Path, Location.StartOf(file.Path));

    private static string Noun(string? role) => role switch
    {
        "instructions" => "Instruction file",
        "rules" => "Rules file",
        "settings" => "Settings file",
        "commands" => "Command file",
        "ignore" => "Ignore file",
        "mcp-config" => "MCP configuration",
        "prompts" => "Prompt file",
        "hooks" => "Hook file",
        "state" => "State file",
        _ => "Agent file",
    };

    // What a tool is told not to read is a weaker sign than what it is told to do.
    private static Strength StrengthOf(string? role) => role switch
    {
        "ignore" => Strength.Mention,
        "settings" or "commands" or "mcp-config" or "hooks" or "state" => Strength.Configured,
        _ => Strength.Instructions,
    };
}
