using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary><c>exempt list</c>: every exemption that holds, those that end first on top, and what is wrong with the others.</summary>
internal static class ListExemptions
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        var format = FormatOption();
        return options.Command("list", "Lists the exemptions that hold, those that end first on top, and what is wrong with the others.", [format], (parsed, cancellation) =>
        {
            var result = options.Open(parsed, surroundings, cancellation).Check();
            surroundings.Output.Write(parsed.GetValue(format) == "json" ? ExemptionJson.Write(result, Problems(result)) : Text(result));
            return ExitCode.Clean;
        });
    }

    public static Option<string> FormatOption()
    {
        Option<string> format = new("--format") { Description = "The form of the report.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        return format.AcceptOnlyFromAmong("text", "json");
    }

    /// <summary>What is wrong with exemptions, wherever they stand.</summary>
    public static IReadOnlyList<Finding> Problems(CheckResult result) =>
        [.. result.Findings.Where(finding => finding.Rule.Category == RuleCategory.Exemption || (finding.Rule == Rules.PolicyInvalid && finding.Location.Path != result.Policy?.Location.Path))];

    public static IReadOnlyList<ExemptionUse> InOrder(CheckResult result) =>
    [
        .. result.Exemptions
            .OrderBy(use => use.Exemption.Expires is null)
            .ThenBy(use => use.Exemption.Expires ?? default)
            .ThenBy(use => use.Exemption.Location.Path, StringComparer.Ordinal)
            .ThenBy(use => use.Exemption.Location.Line),
    ];

    private static string Text(CheckResult result)
    {
        var lines = InOrder(result).Select(use => Line(use, result.AsOf)).Concat(Problems(result).Where(finding => finding.Severity >= Severity.Warning).Select(Refusal.Line)).ToList();
        return lines.Count == 0 ? "There are no exemptions.\n" : string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Line(ExemptionUse use, Day asOf)
    {
        var exemption = use.Exemption;
        var ends = exemption.Expires is { } last ? $"{last} ({asOf.DaysUntil(last)} days left)" : "no end";
        var covers = use.Covered > 0 ? $"covers {use.Covered}" : use.IsUnused ? "matches nothing" : "covers nothing that a scan sees";
        return PlainText.Safe($"{exemption.Location}: {ends}: {exemption.Subject} by {exemption.Owner}, {covers}: {exemption.Justification}", 2000);
    }
}
