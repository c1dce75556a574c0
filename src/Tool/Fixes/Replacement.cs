using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Fixes;

/// <summary>Which counterpart takes the place of what was found.</summary>
internal static class Replacement
{
    /// <param name="chosen">What the caller has named; null: the only one there is.</param>
    public static FileEdit Edit(LoadedPolicy policy, Day today, SourceFile file, Finding finding, Counterpart? chosen)
    {
        var known = Counterparts.Of(finding, policy, today);
        var id = chosen is null ? known.Count == 1 ? known[0] : null : known.FirstOrDefault(one => string.Equals(one, chosen.Id, StringComparison.OrdinalIgnoreCase));
        return id is not null
            ? FileMender.Replace(file, new EditTarget(finding.Location, finding.Subject!.Seen), new Counterpart(id, chosen?.Version))
            : FileEdit.Refused(Why(finding, known, chosen));
    }

    private static string Why(Finding finding, IReadOnlyList<string> known, Counterpart? chosen)
    {
        var names = PlainText.Safe(string.Join(", ", known));
        return finding.UseInstead.Count == 0 ? "cannot be replaced: the policy's rule names nothing to use instead"
            : known.Count == 0 ? "cannot be replaced: of what the policy names instead the catalog knows no permitted counterpart of this kind"
            : chosen is null ? $"has several counterparts: choose one with --with ({names})"
            : $"has other counterparts than '{PlainText.Safe(chosen.Id)}': {names}";
    }
}
