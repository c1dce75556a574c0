using AiToolPolicy.Engine.Findings;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Looks at what a project's references were resolved to and says what is to be reported: assemblies that stand in no package, by their metadata,
/// those of packages that no catalog knows, and such packages themselves by what they say of themselves. What the project file says of them,
/// <see cref="CheckProject"/> has looked at.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckReferences : ProjectTask
{
    /// <summary>The items of <c>ReferencePath</c>.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The file that tells a later build that the packages have nothing to report, absolute.</summary>
    public string? CacheFile { get; set; }

    /// <summary>As <see cref="RecallReferences.References"/>.</summary>
    public string? ReferenceList { get; set; }

    /// <summary>The file that tells a later build that nothing was found, absolute; empty for none.</summary>
    public string? NoteFile { get; set; }

    protected override void Run()
    {
        var references = References.Select(ResolvedReference.Of).OfType<ResolvedReference>().ToList();
        if (references.Count == 0 && !File.Exists(AssetsFile))
        {
            return;
        }

        var check = new ReferenceCheck(this);
        var findings = check.Run(references);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            Proof.Discard(ProofFile);
        }
        else if (findings.Count > 0 || references.Exists(reference => reference.Package is null))
        {
            ReferenceProof.Add(Log, ProofFile, findings);
        }

        // One for each: another target framework of the project may have some of them, and none may come twice.
        Ask(findings.Select(finding => new HelperRequest(null, [LogEntry.Of(finding, check.Root)], check.IsInventory)));
    }

    protected override void Failed() => Proof.Discard(ProofFile);
}
