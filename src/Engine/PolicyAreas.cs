namespace AiToolPolicy.Engine;

/// <summary>The areas of one check: each path is judged by the layers that hold in the innermost one around it.</summary>
internal sealed class PolicyAreas
{
    private readonly IReadOnlyList<PolicyArea> _innermostFirst;

    private PolicyAreas(PolicyArea root, IReadOnlyList<PolicyArea> nearer)
    {
        Root = root;
        All = [root, .. nearer];
        _innermostFirst = [.. nearer.OrderByDescending(area => area.Folder.Length), root];
    }

    public PolicyArea Root { get; }

    /// <summary>The root, then the others by folder.</summary>
    public IReadOnlyList<PolicyArea> All { get; }

    public static PolicyAreas Of(CheckRequest request) =>
        new(new PolicyArea("", request.Policy), [.. request.Areas.Where(area => area.Folder.Length > 0).OrderBy(area => area.Folder, StringComparer.Ordinal)]);

    public PolicyArea Around(string path) => All.Count == 1 ? Root : _innermostFirst.First(area => area.Contains(path));

    /// <summary>The area that speaks of what is wrong in a file: the innermost one that has a policy; null where none has.</summary>
    public PolicyArea? Answering(string path) => _innermostFirst.FirstOrDefault(area => area.Policy.Policy is not null && area.Contains(path));
}
