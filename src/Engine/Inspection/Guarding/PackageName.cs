namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>The package's own names, as a repository writes them.</summary>
internal static class PackageName
{
    public const string Id = "AiToolPolicy";

    /// <summary>The tasks that the package's targets run. A task of that name registered elsewhere would run in their place.</summary>
    public static readonly IReadOnlyList<string> Tasks = ["CheckProject", "RecallReferences", "CheckReferences", "ReplaySourceFindings", "RememberRepository", "RunRequest"];

    /// <summary>Public targets, and private ones with an underscore.</summary>
    public static bool IsTarget(string name) => name.TrimStart('_').StartsWith(Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>By its bare name or with its namespace.</summary>
    public static bool IsTask(string name) =>
        name.StartsWith(Id + ".", StringComparison.OrdinalIgnoreCase) || Tasks.Contains(name.Substring(name.LastIndexOf('.') + 1), StringComparer.OrdinalIgnoreCase);
}
