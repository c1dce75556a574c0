using AiToolPolicy.Engine.Inspection.Agents;
using AiToolPolicy.Engine.Inspection.Containers;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Pipelines;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>The inspectors of the engine, one line each.</summary>
public static class Inspectors
{
    public static IReadOnlyList<IInspector> All { get; } =
    [
        new ProjectFileInspector(),
        new GlobalJsonInspector(),
        new AssetsFileInspector(),
        new LockFileInspector(),
        new PackagesConfigInspector(),
        new ToolManifestInspector(),
        new PackageJsonInspector(),
        new FileBasedAppInspector(),
        new AgentFileInspector(),
        new DockerfileInspector(),
        new DevcontainerInspector(),
        new ScriptInspector(),
        new MakefileInspector(),
        new JustfileInspector(),
        new JenkinsfileInspector(),
        new PackageScriptsInspector(),
    ];
}
