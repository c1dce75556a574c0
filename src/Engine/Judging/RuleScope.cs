using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Judging;

/// <summary>Whether a rule speaks of a piece of evidence.</summary>
internal static class RuleScope
{
    /// <summary>How closely the rule names the tool, or <see cref="Specificity.None"/> when it does not speak of this evidence.</summary>
    public static Specificity Of(PolicyRule rule, Evidence evidence) => CoversKind(rule, evidence)
        ? rule.SpecificityFor(evidence.Tool, evidence.Signature.ModelVendor, evidence.Server)
        : Specificity.None;

    /// <summary>Whether the rule names the MCP server itself, and not the tool that it shows.</summary>
    public static bool NamesServer(PolicyRule rule, Evidence evidence) => rule.Selectors.Any(selector => selector.SelectsServer(evidence.Server));

    private static bool CoversKind(PolicyRule rule, Evidence evidence) =>
        (rule.Surfaces is null || rule.Surfaces.Contains(evidence.Surface))
        && evidence.Strength >= rule.Strength
        && (rule.Paths is null || rule.Paths.Any(glob => glob.IsMatch(evidence.Location.Path)))
        && CoversVersion(rule, evidence);

    // A package whose version cannot be told may be any version; a file that has none is not what a version range speaks of.
    private static bool CoversVersion(PolicyRule rule, Evidence evidence) =>
        rule.Versions is null
        || (HasVersions(evidence) && Versions.Contains(evidence.Signature.Kind, rule.Versions, evidence.Version) != false);

    private static bool HasVersions(Evidence evidence) =>
        evidence.Surface is Surface.Package or Surface.Manifest or Surface.Assembly || (evidence.Surface is Surface.Source && evidence.Version is not null);
}
