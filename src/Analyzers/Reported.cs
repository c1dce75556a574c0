using System.Collections.Immutable;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>Turns findings into Roslyn's diagnostics.</summary>
internal static class Reported
{
    /// <param name="counterparts">What may stand in the place of what was found.</param>
    public static Diagnostic Of(Finding finding, Location location, IEnumerable<Location> others, CompilationOptions options, IReadOnlyList<string>? counterparts = null)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FindingProperties.Tool, finding.Subject?.Tool)
            .Add(FindingProperties.Surface, finding.Subject?.Surface)
            .Add(FindingProperties.Seen, finding.Subject?.Seen)
            .Add(FindingProperties.Path, finding.Location.Path);
        if (counterparts is { Count: > 0 })
        {
            properties = properties.Add(FindingProperties.Counterparts, string.Join(FindingProperties.Separator.ToString(), counterparts));
        }

        return Diagnostic.Create(
            Descriptors.Of(finding.Rule, finding.HelpLink),
            location,
            SeverityOf(finding, options),
            others,
            properties,
            finding.Message);
    }

    // Roslyn leaves rules alone that are not configurable: what a project wishes of its warnings is heard here, as the build task hears it.
    private static DiagnosticSeverity SeverityOf(Finding finding, CompilationOptions options) => finding.Severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning when IsRaised(finding.Rule.Id, options) => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static bool IsRaised(string id, CompilationOptions options) => options.SpecificDiagnosticOptions.TryGetValue(id, out var own)
        ? own == ReportDiagnostic.Error
        : options.GeneralDiagnosticOption == ReportDiagnostic.Error;
}
