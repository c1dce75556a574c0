using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>CircleCI: images of executors, commands, variables by name.</summary>
public sealed class CircleCiInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new(["image"], ["run", "command"], ["environment"]);

    public override bool Reads(InputFile file) => file.IsYaml() && file.IsIn(".circleci");

    protected override void Inspect(YamlNode document, InspectionContext context) => Keys.Inspect(document, new ToolSigns(context));
}
