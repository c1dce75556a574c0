using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>Blueprints of Render: the commands that build and start services, variables by name.</summary>
public sealed class RenderInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new([], ["buildCommand", "preDeployCommand", "startCommand", "dockerCommand"], ["envVars"]);

    public override bool Reads(InputFile file) => file.YamlStem() == "render";

    protected override void Inspect(YamlNode document, InspectionContext context) => Keys.Inspect(document, new ToolSigns(context));
}
