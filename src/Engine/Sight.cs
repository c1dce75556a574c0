namespace AiToolPolicy.Engine;

/// <summary>How much of a repository a check sees: only who sees what an exemption is about can say that it matches nothing.</summary>
public enum Sight
{
    /// <summary>A part: a project, a folder.</summary>
    Part,

    /// <summary>All files that belong to no project.</summary>
    SharedFiles,

    /// <summary>All files, source code as text.</summary>
    AllFiles,
}
