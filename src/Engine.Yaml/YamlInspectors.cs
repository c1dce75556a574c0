using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Yaml.Containers;
using AiToolPolicy.Engine.Yaml.Manifests;
using AiToolPolicy.Engine.Yaml.Mcp;
using AiToolPolicy.Engine.Yaml.Pipelines;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>The inspectors of this room, one line each; hosts hand them to the check beside the engine's own.</summary>
public static class YamlInspectors
{
    public static IReadOnlyList<IInspector> All { get; } =
    [
        new GitHubWorkflowInspector(),
        new AzurePipelineInspector(),
        new GitLabPipelineInspector(),
        new BitbucketPipelineInspector(),
        new CircleCiInspector(),
        new TaskfileInspector(),
        new GitpodInspector(),
        new RenderInspector(),
        new ComposeInspector(),
        new KubernetesInspector(),
        new PreCommitInspector(),
        new PnpmLockInspector(),
        new PnpmWorkspaceInspector(),
        new CondaEnvironmentInspector(),
        new WingetConfigurationInspector(),
        new YamlMcpInspector(),
        new McpResourceInspector(),
    ];
}
