using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Fixes;

/// <summary>What is to be done with the findings.</summary>
internal enum FixMode
{
    Remove,
    Replace,
    Exempt,
}

/// <summary>The changes that mend findings, and the findings that they leave.</summary>
/// <param name="Mended">In the order of the check.</param>
/// <param name="Refused">With the reason, as it continues a sentence that has named the finding.</param>
internal sealed record FixPlan(IReadOnlyList<ChangedFile> Files, IReadOnlyList<Finding> Mended, IReadOnlyList<(Finding Finding, string Reason)> Refused)
{
    /// <summary>Mends each finding in its own file.</summary>
    public static FixPlan InPlace(Workspace workspace, IReadOnlyList<Finding> findings, Func<SourceFile, Finding, FileEdit> edit)
    {
        var files = new List<ChangedFile>();
        var reasons = new Dictionary<Finding, string?>(ReferenceEqualityComparer.Instance);
        foreach (var same in findings.GroupBy(finding => workspace.RealPath(finding.Location.Path), StringComparer.Ordinal))
        {
            var (before, after) = Mend(workspace.Repository.Files.FirstOrDefault(file => file.Path == same.Key)?.Read().Text, [.. same], edit, reasons);
            if (before is not null && after != before)
            {
                files.Add(new ChangedFile(same.Key, before, after));
            }
        }

        return Of(files, findings, reasons);
    }

    /// <summary>Begins an exemption record for each finding.</summary>
    /// <param name="path">The file of exemptions, repository-relative.</param>
    public static FixPlan Exempting(string path, string? before, IReadOnlyList<Finding> findings)
    {
        var file = new SourceFile(path, before ?? "");
        var reasons = new Dictionary<Finding, string?>(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings)
        {
            var edit = ExemptionSkeleton.AddTo(file, Draft(finding));
            file = new SourceFile(path, TextEdit.Apply(file.Text, edit.Edits));
            reasons[finding] = edit.Refusal;
        }

        return Of(file.Text == (before ?? "") ? [] : [new ChangedFile(path, before, file.Text)], findings, reasons);
    }

    // Several links may lead to the file: a finding in each of them is the same.
    private static (string? Before, string After) Mend(string? before, IReadOnlyList<Finding> findings, Func<SourceFile, Finding, FileEdit> edit, Dictionary<Finding, string?> reasons)
    {
        var path = findings[0].Location.Path;
        var byTarget = findings.ToLookup(finding => new EditTarget(finding.Location with { Path = path }, finding.Subject!.Seen));
        var mended = FileMender.Mend(new SourceFile(path, before ?? ""), byTarget.Select(same => same.Key), (file, target) => edit(file, byTarget[target].First()));
        foreach (var outcome in mended.Outcomes)
        {
            foreach (var finding in byTarget[outcome.Target])
            {
                reasons[finding] = before is null ? "stands in no file that could be changed" : outcome.Refusal;
            }
        }

        return (before, mended.Text);
    }

    private static FixPlan Of(IReadOnlyList<ChangedFile> files, IReadOnlyList<Finding> findings, Dictionary<Finding, string?> reasons) => new(
        files,
        [.. findings.Where(finding => reasons[finding] is null)],
        [.. findings.Where(finding => reasons[finding] is not null).Select(finding => (finding, reasons[finding]!))]);

    private static ExemptionDraft Draft(Finding finding) =>
        new(finding.Subject!.Tool, finding.Rule.Id, finding.Subject.Surface, finding.Subject.Seen, finding.Location.Path);
}
