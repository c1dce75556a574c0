using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiToolPolicy.Engine.Findings;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>Roslyn's view of the rules. Their severities come from the policy, so that neither .editorconfig nor a pragma configures them.</summary>
internal static class Descriptors
{
    /// <summary>The category of all of them; a <c>SuppressMessage</c> names it.</summary>
    public const string Category = "AiToolPolicy";

    private static readonly ConcurrentDictionary<(string Id, string HelpLink), DiagnosticDescriptor> Known = new();

    /// <summary>What the analyzer may report: restrictions in source and in the project's own files, and its own faults.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. Rules.All.Where(rule => rule.Category == RuleCategory.Restriction || rule == Rules.CheckFailed).Select(rule => Of(rule, rule.HelpLink))];

    /// <summary>The descriptor of a rule; a policy may have its own page for it.</summary>
    public static DiagnosticDescriptor Of(Rule rule, string helpLink) =>
        Known.GetOrAdd((rule.Id, helpLink), _ => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            Category,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            rule.Summary,
            helpLink,
            WellKnownDiagnosticTags.NotConfigurable));
}
