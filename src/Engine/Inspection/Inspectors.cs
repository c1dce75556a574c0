using AiToolPolicy.Engine.Inspection.Agents;
using AiToolPolicy.Engine.Inspection.Containers;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Editors;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Inspection.Manifests;
using AiToolPolicy.Engine.Inspection.Mcp;
using AiToolPolicy.Engine.Inspection.Pipelines;
using AiToolPolicy.Engine.Inspection.Settings;

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
        new DepsFileInspector(),
        new PackagesConfigInspector(),
        new ToolManifestInspector(),
        new PackageJsonInspector(),
        new NpmLockInspector(),
        new YarnLockInspector(),
        new BunLockInspector(),
        new RequirementsInspector(),
        new PyprojectInspector(),
        new SetupCfgInspector(),
        new SetupScriptInspector(),
        new PythonLockInspector(),
        new PipfileInspector(),
        new PipfileLockInspector(),
        new GoModInspector(),
        new CargoManifestInspector(),
        new CargoLockInspector(),
        new BrewfileInspector(),
        new ChocolateyInspector(),
        new ScoopInspector(),
        new WingetImportInspector(),
        new VsConfigInspector(),
        new MiseInspector(),
        new ToolVersionsInspector(),
        new DevboxInspector(),
        new FileBasedAppInspector(),
        new AgentFileInspector(),
        new UnknownRulesInspector(),
        new AgentPluginInspector(),
        new HiddenCharacterInspector(),
        new EditorFileInspector(),
        new IdeaPluginInspector(),
        new NixWorkspaceInspector(),
        new McpConfigInspector(),
        new JsonSettingsInspector(),
        new EnvFileInspector(),
        new XmlSettingsInspector(),
        new AgentSettingsInspector(),
        new InfrastructureInspector(),
        new ResourceTemplateInspector(),
        new DockerfileInspector(),
        new DevcontainerInspector(),
        new ScriptInspector(),
        new MakefileInspector(),
        new JustfileInspector(),
        new JenkinsfileInspector(),
        new PackageScriptsInspector(),
        new ProjectFileGuard(),
        new ResponseFileGuard(),
        new AnalyzerConfigGuard(),
        new RulesetGuard(),
        new AppDirectiveGuard(),
        new SuppressionGuard(),
    ];
}
