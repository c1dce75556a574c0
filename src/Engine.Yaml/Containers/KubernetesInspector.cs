using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml.Mcp;

namespace AiToolPolicy.Engine.Yaml.Containers;

/// <summary>Kubernetes manifests, Helm charts and their values: images, variables by name, commands of containers.</summary>
public sealed class KubernetesInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new([], [], ["env", "data", "stringData", "extraEnv", "extraEnvVars", "environment"]);

    public override bool Reads(InputFile file) => file.IsYaml() && !file.IsIn(".github");

    // A manifest says so in its text; values of a chart are known by their name.
    protected override SourceFile? Prepare(SourceFile text)
    {
        var name = text.Path.Substring(text.Path.LastIndexOf('/') + 1);
        var isManifest = text.HasLine("apiVersion:") && text.HasLine("kind:");
        var stem = name.Substring(0, name.LastIndexOf('.'));
        var isValues = stem.StartsWith("values", StringComparison.Ordinal) || stem.EndsWith("values", StringComparison.Ordinal) || stem.StartsWith("kustomization", StringComparison.Ordinal);
        return isManifest || isValues ? HelmTemplate.Blank(text) : null;
    }

    protected override bool IsComputed(SourceFile text) => text.Text.IndexOf("{{", StringComparison.Ordinal) >= 0;

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context);
        Keys.Inspect(document, signs);

        // What runs as an MCP server is told as one; what runs beside it is not.
        var server = McpResourceInspector.ServerIn(document);
        foreach (var node in document.SelfAndDescendants().OfType<YamlMapping>().Where(node => !ReferenceEquals(node, server)))
        {
            Image(node["image"], signs);
            Repository(node, signs);
            if (node["image"] is not null)
            {
                ContainerCommand.Inspect(node["command"], node["args"], signs);
            }
        }

        foreach (var image in document["images"]?.Items ?? [])
        {
            Image(image.Scalar("newName"), signs);
        }
    }

    private static void Image(YamlNode? image, ToolSigns signs)
    {
        if (image is YamlScalar reference)
        {
            signs.Image(reference.Text);
        }
    }

    // registry: ghcr.io, repository: owner/name, tag: "1.0"
    private static void Repository(YamlMapping node, ToolSigns signs)
    {
        if (node.Scalar("repository") is not { } repository || repository.Value.Contains("://"))
        {
            return;
        }

        var registry = node.Scalar("registry")?.Value is { Length: > 0 } host ? host + "/" : "";
        var tag = node.Scalar("tag")?.Value is { Length: > 0 } value ? ":" + value : "";
        signs.Image(repository.Text.Standing(registry + repository.Value + tag));
    }
}
