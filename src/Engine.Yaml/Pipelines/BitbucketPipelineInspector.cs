using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>Bitbucket pipelines: images, services, scripts, pipes, variables by name.</summary>
public sealed class BitbucketPipelineInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new(["image", "pipe"], ["script", "after-script"], ["variables"]);

    public override bool Reads(InputFile file) => file.YamlStem() == "bitbucket-pipelines";

    protected override void Inspect(YamlNode document, InspectionContext context) => Keys.Inspect(document, new ToolSigns(context));
}
