using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Commands;

namespace AiToolPolicy.Engine.Yaml.Containers;

/// <summary>What a container runs: one line, or a list of words.</summary>
internal static class ContainerCommand
{
    public static void Inspect(YamlNode? command, ToolSigns signs)
    {
        if (command is YamlScalar line)
        {
            signs.Script(line.Text);
        }
        else if (command is YamlSequence)
        {
            signs.Script(CommandLine.OfWords(command.File, command.Items.OfType<YamlScalar>().Select(word => word.Text)));
        }
    }
}
