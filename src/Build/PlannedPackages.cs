using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Build;

/// <summary>
/// The packages that NuGet is about to resolve for a project, in the form in which it will write them down: so that the same inspector reads
/// them, also those whose id no file spells out.
/// </summary>
internal static class PlannedPackages
{
    /// <param name="folder">The project's folder, relative to the repository's root.</param>
    public static InputFile Of(CheckProject task, string folder) =>
        InputFile.Of($"{folder}/obj/project.assets.json".TrimStart('/'), Write([.. Packages(task)], task.TargetFramework is { Length: > 0 } framework ? framework : "any"));

    private static IEnumerable<(string Id, string Version)> Packages(CheckProject task)
    {
        var central = task.CentralVersions.GroupBy(item => item.ItemSpec, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().GetMetadata("Version"), StringComparer.OrdinalIgnoreCase);
        foreach (var item in task.References.Concat(task.Downloads).Where(item => item.ItemSpec.Trim().Length > 0))
        {
            central.TryGetValue(item.ItemSpec, out var version);
            yield return (item.ItemSpec.Trim(), First(item.GetMetadata("VersionOverride"), item.GetMetadata("Version"), version));
        }
    }

    // A range is written as the file has it: what it will be resolved to is not known yet, and its lower bound stands for it.
    private static string First(params string?[] versions) =>
        (versions.FirstOrDefault(version => !string.IsNullOrWhiteSpace(version)) ?? "").Trim().TrimStart('[', '(').Split(',', ']', ')')[0].Trim();

    private static string Write(IReadOnlyList<(string Id, string Version)> packages, string framework) => JsonWriter.Object(json =>
    {
        json.Object("targets", () => json.Object(framework, () =>
        {
            foreach (var (id, version) in packages)
            {
                json.Object($"{id}/{version}", () => json.String("type", "package"));
            }
        }));
        json.Object("project", () => json.Object("frameworks", () => json.Object(framework, () => json.Object("dependencies", () =>
        {
            foreach (var (id, version) in packages)
            {
                json.String(id, version);
            }
        }))));
    });
}
