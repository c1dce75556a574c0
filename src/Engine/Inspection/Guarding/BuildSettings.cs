using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Properties as a build has evaluated them, from wherever they came: the command line, the environment, files outside the repository.</summary>
public static class BuildSettings
{
    /// <summary>Those that weaken the check, and how; of several that say the same (MSBuild copies some of the compiler's), the first.</summary>
    public static IReadOnlyList<(string Name, string What)> Weakening(IEnumerable<(string Name, string Value)> properties) =>
    [
        .. properties.Select(set => (set.Name, What: GuardedProperties.Weakens(set.Name, set.Value)!))
            .Where(set => set.What is not null)
            .GroupBy(set => set.What.Substring(set.Name.Length), StringComparer.Ordinal)
            .Select(same => same.First()),
    ];

    /// <summary>Those that none of the files sets in a way that is reported at its own line.</summary>
    /// <param name="files">The files that may set them.</param>
    /// <param name="place">Where to report what came from elsewhere.</param>
    public static IReadOnlyList<Weakening> Unexplained(IReadOnlyList<(string Name, string What)> weakening, IReadOnlyList<InputFile> files, Location place)
    {
        if (weakening.Count == 0)
        {
            return [];
        }

        var context = new InspectionContext(new ToolCatalog(CatalogData.Empty), ReferenceSites.None, new CentralVersions([]));
        IReadOnlyList<IInspector> guards = [new ProjectFileGuard(), new AppDirectiveGuard()];
        foreach (var (file, guard) in files.SelectMany(file => guards.Where(guard => guard.Reads(file)).Select(guard => (file, guard))))
        {
            guard.Inspect(file, context);
        }

        return
        [
            .. weakening
                .Where(set => !context.Weakenings.Any(seen => seen.What.StartsWith(set.Name + " ", StringComparison.OrdinalIgnoreCase)))
                .Select(set => new Weakening($"{set.What}; it comes from the command line, the environment or an imported file", place)),
        ];
    }
}
