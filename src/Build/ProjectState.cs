using System.Text;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Everything that a project's check depends on, as one text: settings by their values, files by <see cref="FileStamp"/>. As long as it
/// stays the same there is the same to report, and none of the files need be read again to know it.
/// </summary>
internal static class ProjectState
{
    /// <summary>Built from strings and stamps alone: it is taken in every project of every build.</summary>
    public static string Of(CheckProject task, ProjectInputs inputs, PolicyCache policy)
    {
        var state = new StringBuilder();
        Add(state, typeof(ProjectState).Module.ModuleVersionId.ToString());
        Add(state, typeof(ToolCatalog).Module.ModuleVersionId.ToString());
        Add(state, BuildDates.Today.ToString());
        Add(state, task.AsOf);
        Add(state, inputs.Root);
        Add(state, policy.Path);
        Add(state, policy.Digest);
        Add(state, task.TargetFramework);
        Add(state, task.Language);
        Add(state, task.Settings);
        Add(state, task.TreatWarningsAsErrors);
        Add(state, task.WarningsAsErrors);
        Add(state, task.WarningsNotAsErrors);
        AddAll(state, task.ForeignFolders);
        AddPrivateProperties(state, task.BuildEngine);
        AddFiles(state, task, inputs, policy.Path);
        return state.ToString();
    }

    private static void AddFiles(StringBuilder state, CheckProject task, ProjectInputs inputs, string? policyFile)
    {
        AddFile(state, task.ProjectFile);
        AddFile(state, task.EntryPoint);
        AddFile(state, task.AssetsFile);
        AddFile(state, inputs.LockFile);
        AddFile(state, Path.Combine(inputs.ProjectFolder, FileNames.PackagesConfig));
        AddFile(state, task.ResolvedFile);
        AddFile(state, task.ProofFile);
        AddFile(state, Path.Combine(inputs.ProjectFolder, task.RuleSet ?? ""));

        // Also those that are not there yet: MSBuild names every folder up to the root of the disk.
        foreach (var file in task.AnalyzerConfigFiles)
        {
            AddFile(state, Path.Combine(inputs.ProjectFolder, file));
        }

        foreach (var file in task.ImportedFiles)
        {
            AddFile(state, file);
        }

        foreach (var file in task.ExemptingFiles)
        {
            AddFile(state, file);
        }

        AddExemptions(state, inputs, policyFile);
    }

    // The places of ExemptionLocator.Reaching.
    private static void AddExemptions(StringBuilder state, ProjectInputs inputs, string? policyFile)
    {
        for (string? folder = inputs.ProjectFolder; folder is not null && folder.Length >= inputs.Root.Length; folder = Path.GetDirectoryName(folder))
        {
            AddFile(state, Path.Combine(folder, ExemptionFile.Name));
        }

        AddFile(state, Path.Combine(inputs.Root, ExemptionFile.Name));
        AddFile(state, policyFile is null ? null : Path.Combine(Path.GetDirectoryName(policyFile) ?? "", ExemptionFile.Name));
    }

    // A property of the command line holds against the package's own.
    private static void AddPrivateProperties(StringBuilder state, IBuildEngine engine)
    {
        foreach (var property in (engine as IBuildEngine6)?.GetGlobalProperties() ?? new Dictionary<string, string>())
        {
            if (property.Key.StartsWith(GuardedProperties.PrivatePrefix, StringComparison.OrdinalIgnoreCase))
            {
                Add(state, property.Key);
                Add(state, property.Value);
            }
        }
    }

    private static void AddFile(StringBuilder state, string? path)
    {
        Add(state, path);
        Add(state, FileStamp.Of(path));
    }

    private static void AddAll(StringBuilder state, string[] texts)
    {
        foreach (var text in texts)
        {
            Add(state, text);
        }
    }

    private static void Add(StringBuilder state, string? text) => state.Append(text).Append('\n');
}
