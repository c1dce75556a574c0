using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>
/// Decides which signs that cannot stand alone count: those beside a sign of the same tool in the same file that can, and of the files that belong to
/// no tool those in the folder of a skill.
/// </summary>
public static class SecondSigns
{
    // agentskills.io: a skill is a folder with this file, and whatever the file refers to.
    private const string SkillFile = "SKILL.md";

    /// <param name="certain">What counts by itself.</param>
    /// <param name="waiting">What needs a second sign.</param>
    public static IReadOnlyList<Evidence> Settle(IReadOnlyList<Evidence> certain, IReadOnlyList<Evidence> waiting)
    {
        if (waiting.Count == 0)
        {
            return certain;
        }

        var seen = new HashSet<(string Path, string? Tool)>(certain.Select(Key));
        var skills = new HashSet<string>(certain.Select(e => e.Location.Path).Where(IsSkillFile).Select(FolderOf), StringComparer.Ordinal);
        return [.. certain, .. waiting.Where(e => e.Tool is not null ? seen.Contains(Key(e)) : e.Surface == Surface.AgentFile && IsWithin(skills, e.Location.Path))];
    }

    private static bool IsSkillFile(string path) => FolderOf(path) is { Length: > 0 } folder && path.Length == folder.Length + 1 + SkillFile.Length && path.EndsWith(SkillFile, StringComparison.Ordinal);

    private static bool IsWithin(HashSet<string> folders, string path)
    {
        var folder = FolderOf(path);
        while (folder.Length > 0 && !folders.Contains(folder))
        {
            folder = FolderOf(folder);
        }

        return folder.Length > 0;
    }

    private static string FolderOf(string path) => path.Substring(0, Math.Max(0, path.LastIndexOf('/')));

    private static (string Path, string? Tool) Key(Evidence evidence) => (evidence.Location.Path, evidence.Tool?.Id);
}
