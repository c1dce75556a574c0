using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Says whether an earlier build has found nothing in the same references. It is given their paths as one text: to hand every item with its
/// metadata to a task costs a build of many projects more than to look at them.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class RecallReferences : GuardedTask
{
    /// <summary>The paths of <c>ReferencePath</c>, separated by semicolons.</summary>
    public string? References { get; set; }

    public string? AssetsFile { get; set; }

    /// <summary>What <see cref="CheckProject.PolicyState"/> says; empty where the project was not checked.</summary>
    public string? PolicyState { get; set; }

    /// <summary>What <see cref="CheckReferences"/> has left, absolute.</summary>
    public string? NoteFile { get; set; }

    [Output]
    public bool AreKnown { get; private set; }

    protected override void Run() => AreKnown = !string.IsNullOrEmpty(PolicyState)
        && new BuildNote(NoteFile).Read() is { } note
        && new ReferenceState(References ?? "", AssetsFile, PolicyState!).Matches(note);
}
