using System.CommandLine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary><c>exempt lint</c>: what is wrong with the exemptions of a repository.</summary>
internal static class LintExemptions
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        var format = ListExemptions.FormatOption();
        return options.Command("lint", "Says what is wrong with the exemptions. Exit code 1 where one exempts nothing or too much, 2 where a file is wrong.", [format], (parsed, cancellation) =>
        {
            var result = options.Open(parsed, surroundings, cancellation).Check();
            var problems = ListExemptions.Problems(result);
            surroundings.Output.Write(parsed.GetValue(format) == "json"
                ? ExemptionJson.Write(result, problems)
                : string.Concat(problems.Select(finding => Refusal.Line(finding) + "\n")) + $"{Counted.Of(result.Exemptions.Count, "exemption", "holds", "hold")}, {Counted.Of(problems.Count(p => p.Severity >= Severity.Warning), "mistake")}.\n");
            return problems.Any(finding => finding.Rule == Rules.PolicyInvalid) ? ExitCode.Unusable
                : problems.Any(finding => finding.Severity >= Severity.Warning) ? ExitCode.Violation
                : ExitCode.Clean;
        });
    }
}
