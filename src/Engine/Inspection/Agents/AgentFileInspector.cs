using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Files that an AI tool reads or writes, by their path alone: instructions, rules, settings, commands, state.</summary>
public sealed class AgentFileInspector : IInspector
{
    public bool Reads(InputFile file) => true;

    public void Inspect(InputFile file, InspectionContext context)
    {
        foreach (var signature in context.Catalog.FindPath(file.Path).Where(s => s.Role != "opt-out"))
        {
            var what = $"{Noun(signature.Role)} '{PlainText.Safe(file.Path)}'";
            context.Add(new Evidence(signature, Surface.AgentFile, StrengthOf(signature.Role), what, file.Path, Location.StartOf(file.Path)));
        }
    }

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
