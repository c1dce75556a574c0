using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Containers;

namespace AiToolPolicy.Engine.Yaml.Containers;

/// <summary>Compose files: images, variables by name, commands, health checks, Dockerfiles written inline.</summary>
public sealed class ComposeInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new(["image"], [], ["environment"]);

    public override bool Reads(InputFile file) => file.YamlStem() is { } stem
        && (stem is "compose" or "docker-compose" || stem.StartsWith("compose.", StringComparison.Ordinal) || stem.StartsWith("docker-compose", StringComparison.Ordinal)
            || stem.EndsWith("docker-compose", StringComparison.Ordinal));

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context);
        Keys.Inspect(document, signs);
        foreach (var service in document["services"]?.Members ?? [])
        {
            ContainerCommand.Inspect(service.Value["entrypoint"], service.Value["command"], signs);
            ContainerCommand.InspectTest(service.Value["healthcheck"]?["test"], signs);
            if (service.Value["build"]?.Scalar("dockerfile_inline") is { } dockerfile)
            {
                DockerfileInspector.Inspect(dockerfile.Text, signs);
            }
        }
    }
}
