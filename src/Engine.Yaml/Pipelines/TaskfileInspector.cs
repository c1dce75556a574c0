using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>Taskfiles: commands of tasks, of their conditions and variables, and the names of environment variables.</summary>
public sealed class TaskfileInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new([], ["cmds", "cmd", "sh", "status", "preconditions", "defer"], ["env"]);

    public override bool Reads(InputFile file) => file.YamlStem() is "taskfile" or "taskfile.dist" || (file.IsYaml() && file.Name.StartsWith("Taskfile", StringComparison.Ordinal));

    protected override void Inspect(YamlNode document, InspectionContext context) => Keys.Inspect(document, new ToolSigns(context));
}
