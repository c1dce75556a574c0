using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>Says of a project's own files what the build will say of them, while they are being written.</summary>
internal sealed class AdditionalFileEcho(AnalyzerPolicy policy, AnalyzerInputs inputs, CompilationOptions options)
{
    public void Report(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!inputs.Echoed.Any(other => other.Path == file.Path) || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var result = PolicyCheck.Run(new CheckRequest(policy.Loaded, [Input(file, text), .. inputs.Attributes.Select(other => Input(other, null))], Day.First)
        {
            Phase = policy.Phase,
            CentralVersionFiles = [.. inputs.Echoed.Select(other => Input(other, null))],
            ReportPolicyProblems = false,
            ExemptionFiles = [.. policy.ExemptionFiles.Where(known => known.Path.EndsWith(ExemptionFile.Name, StringComparison.Ordinal)).Select(known => InputFile.Of(known.Path, known.Text))],
            Cancellation = context.CancellationToken,
        });
        foreach (var finding in result.Findings.Where(f => f.Subject is not null))
        {
            var counterparts = Counterparts.Of(finding, policy.Loaded, policy.Phase.Since ?? Day.First);
            context.ReportDiagnostic(Reported.Of(finding, PlaceIn(file, text, finding), [], options, counterparts));
        }
    }

    private InputFile Input(AdditionalText file, SourceText? text) => new(policy.Paths.Relative(file.Path), () =>
        (text ?? file.GetText()) is { } known ? FileText.Of(known.ToString()) : FileText.Failed("the editor has no text of it"));

    private static Location PlaceIn(AdditionalText file, SourceText text, Finding finding)
    {
        var place = finding.Location;
        var source = new SourceFile(file.Path, text.ToString());
        var span = TextSpan.FromBounds(source.OffsetOf(place.Line, place.Column), source.OffsetOf(place.EndLine, place.EndColumn));
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
