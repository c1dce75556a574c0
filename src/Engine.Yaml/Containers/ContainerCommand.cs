using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Commands;

namespace AiToolPolicy.Engine.Yaml.Containers;

/// <summary>What a container runs: one line, or a list of words.</summary>
internal static class ContainerCommand
{
    /// <summary>A command and what is handed to it: where the command ends with an option (<c>sh -c</c>) one line, else each may name a program.</summary>
    public static void Inspect(YamlNode? command, YamlNode? arguments, ToolSigns signs)
    {
        if (command is YamlSequence && command.Items.LastOrDefault() is YamlScalar last && last.Value.StartsWith("-", StringComparison.Ordinal))
        {
            Words(command, command.Items.Concat(arguments?.Items ?? []), signs);
            return;
        }

        Inspect(command, signs);
        Inspect(arguments, signs);
    }

    /// <summary>The test of a health check: <c>CMD</c> and words, <c>CMD-SHELL</c> and a line, or a line alone.</summary>
    public static void InspectTest(YamlNode? test, ToolSigns signs)
    {
        if (test is YamlSequence && test.Items.FirstOrDefault() is YamlScalar { Value: "CMD" })
        {
            Words(test, test.Items.Skip(1), signs);
        }
        else
        {
            Inspect(test is YamlSequence ? test.Items.ElementAtOrDefault(1) : test, signs);
        }
    }

    private static void Inspect(YamlNode? command, ToolSigns signs)
    {
        if (command is YamlScalar line)
        {
            signs.Script(line.Text);
        }
        else if (command is YamlSequence)
        {
            Words(command, command.Items, signs);
        }
    }

    private static void Words(YamlNode command, IEnumerable<YamlNode> words, ToolSigns signs) =>
        signs.Script(CommandLine.OfWords(command.File, words.OfType<YamlScalar>().Select(word => word.Text)));
}
