using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using Microsoft.CodeAnalysis;
using Place = AiToolPolicy.Engine.Text.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>Makes the findings of a file out of what was seen in it: one for each tool and kind, at the first use.</summary>
internal sealed class FileReport(AnalyzerPolicy policy, CompilationOptions options)
{
    public IEnumerable<Diagnostic> Diagnostics(IReadOnlyList<SourceUse> uses)
    {
        if (uses.Count == 0)
        {
            return [];
        }

        var tree = uses[0].Location.SourceTree;
        var requests = tree is null ? [] : PragmaRequest.In(tree, CancellationToken.None);
        var suppressed = tree is null ? [] : SuppressedDeclaration.In(tree, CancellationToken.None);
        return Confirmed(uses)
            .GroupBy(use => new Together(use.Signature.Tool!.Id, use.Signature.Kind, RequestFor(use, requests), SuppressedDeclaration.Around(use.Location.SourceSpan, RuleOf(use).Id, suppressed)))
            .Select(same => Diagnostic(Distinct([.. same.OrderBy(use => use.Location.SourceSpan.Start).ThenByDescending(use => use.Location.SourceSpan.Length)]), same.Key.Request))
            .OfType<Diagnostic>();
    }

    // What stands in the region of a pragma, or in a declaration whose attribute asks for silence, is a finding of its own: neither says anything of
    // other uses in the file.
    private static PragmaRequest? RequestFor(SourceUse use, IReadOnlyList<PragmaRequest> requests) =>
        requests.FirstOrDefault(request => string.Equals(request.Id, RuleOf(use).Id, StringComparison.OrdinalIgnoreCase) && request.Span.Contains(use.Location.SourceSpan));

    private static Rule RuleOf(SourceUse use) => use.Signature.Kind is SignatureKind.Namespace or SignatureKind.Assembly ? Rules.Api : Rules.Literal;

    // A sign that is too common to count alone counts beside another sign of the same tool.
    private static IEnumerable<SourceUse> Confirmed(IReadOnlyList<SourceUse> uses)
    {
        var certain = new HashSet<string>(uses.Where(use => !use.Signature.NeedsSecondSign).Select(use => use.Signature.Tool!.Id), StringComparer.Ordinal);
        return uses.Where(use => !use.Signature.NeedsSecondSign || certain.Contains(use.Signature.Tool!.Id));
    }

    // A command that is started and the package its text names are one use.
    private static List<SourceUse> Distinct(List<SourceUse> uses)
    {
        var end = -1;
        var distinct = new List<SourceUse>();
        foreach (var use in uses.Where(use => use.Location.SourceSpan.End > end))
        {
            distinct.Add(use);
            end = use.Location.SourceSpan.End;
        }

        return distinct;
    }

    private Diagnostic? Diagnostic(List<SourceUse> uses, PragmaRequest? request)
    {
        var first = uses[0];
        var evidence = new Evidence(BestKnown(uses), Surface.Source, StrengthOf(first), first.What, first.Seen, PlaceOf(first.Location))
        {
            Version = first.Version,
            Origin = uses.Count == 1 ? null : $"first of {uses.Count} uses in this file",
        };
        return EvidenceCheck.Decide(policy.Policy, evidence, policy.Phase, policy.Exemptions) is { } finding
            ? Reported.Of(finding, first.Location, uses.Skip(1).Select(use => use.Location), options, request: request)
            : null;
    }

    private static Signature BestKnown(List<SourceUse> uses) => uses.OrderByDescending(use => use.Signature.Confidence).First().Signature;

    // What is called is depended on; what is named is configured.
    private static Strength StrengthOf(SourceUse use) => use.Signature.Kind == SignatureKind.Assembly ? Strength.Dependency : Strength.Configured;

    private Place PlaceOf(Location location)
    {
        var span = location.GetLineSpan();
        return new Place(
            policy.Paths.Relative(span.Path),
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1);
    }

    // Uses with all of this in common are one finding.
    private sealed record Together(string Tool, SignatureKind Kind, PragmaRequest? Request, SuppressedDeclaration? Declaration);
}
