using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>GitLab pipelines and what they include: images, services, scripts, variables by name.</summary>
public sealed class GitLabPipelineInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new(["image", "services"], ["script", "before_script", "after_script"], ["variables"]);

    public override bool Reads(InputFile file) => file.YamlStem() is { } stem && (stem.EndsWith(".gitlab-ci", StringComparison.Ordinal) || file.IsIn(".gitlab") || file.IsIn(".gitlab-ci"));

    protected override void Inspect(YamlNode document, InspectionContext context) => Keys.Inspect(document, new ToolSigns(context));
}
