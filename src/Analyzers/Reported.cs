using System.Collections.Immutable;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>Turns findings into Roslyn's diagnostics.</summary>
internal static class Reported
{
    /// <param name="counterparts">What may stand in the place of what was found.</param>
    /// <param name="request">The pragma that asks for an exemption of it: until the build has judged that, it is no more than information.</param>
    public static Diagnostic Of(Finding finding, Location location, IEnumerable<Location> others, CompilationOptions options, IReadOnlyList<string>? counterparts = null, PragmaRequest? request = null)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(FindingProperties.Tool, finding.Subject?.Tool)
            .Add(FindingProperties.Surface, finding.Subject?.Surface)
            .Add(FindingProperties.Seen, finding.Subject?.Seen)
            .Add(FindingProperties.Strength, finding.Subject?.Strength)
            .Add(FindingProperties.Path, finding.Location.Path);
        if (counterparts is { Count: > 0 })
        {
            properties = properties.Add(FindingProperties.Counterparts, string.Join(FindingProperties.Separator.ToString(), counterparts));
        }

        var severity = SeverityOf(finding, options);
        if (!finding.IsExemptable)
        {
            properties = properties.Add(FindingProperties.Exemptable, "false");
        }

        if (request is not null)
        {
            properties = properties.Add(FindingProperties.Exemption, request.Text)
                .Add(FindingProperties.ExemptionLine, (request.Location.GetLineSpan().StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (finding.Exemption is { } exemption)
        {
            properties = properties.Add(FindingProperties.Exempted, ExemptionNoteText.Write(exemption));
        }

        var isQuiet = request is not null || finding.Exemption is not null;
        if (isQuiet)
        {
            properties = properties.Add(FindingProperties.Severity, severity == DiagnosticSeverity.Error ? "error" : severity == DiagnosticSeverity.Warning ? "warning" : "note");
        }

        return Diagnostic.Create(
            Descriptors.Of(finding.Rule, finding.HelpLink),
            location,
            isQuiet ? DiagnosticSeverity.Info : severity,
            others,
            properties,
            finding.AsNotice().Message);
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
