using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using Spectre.Console;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>Asks a person for one text.</summary>
/// <param name="suggested">What an empty answer means; null: it means nothing.</param>
/// <param name="fault">What is wrong with an answer, null for nothing; then it is asked again.</param>
internal delegate string Ask(string question, string? suggested, Func<string, string?> fault);

/// <summary>Asks on a terminal for what the command line left out.</summary>
internal static class Questions
{
    public static Ask OfTerminal { get; } = (question, suggested, fault) =>
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question))
            .Validate(answer => fault(answer) is { } wrong ? ValidationResult.Error($"[red]{Markup.Escape(wrong)}[/]") : ValidationResult.Success());
        return AnsiConsole.Prompt(suggested is null ? prompt : prompt.DefaultValue(suggested));
    };

    /// <summary>The record with every field that the policy asks for.</summary>
    public static ExemptionRecord Complete(ExemptionRecord given, LoadedPolicy policy, Day today, Ask ask)
    {
        var rules = policy.Policy!.Exemptions;
        var check = new AnswerCheck(policy, today);
        var days = Math.Min(rules.MaxDays ?? 90, 90);
        string? Required(string field, string question, Func<string, string?> fault) => rules.Require.Contains(field) ? ask(question, null, fault) : null;
        return given with
        {
            Tool = given.Tool ?? (given.Rule is null && given.Fingerprint is null ? ask("Which tool (its id in the catalog)?", null, check.Tool) : null),
            Justification = given.Justification ?? Required("justification", $"Why is it needed here, and until when (at least {rules.MinJustification} characters)?", check.Justification),
            Owner = given.Owner ?? Required("owner", "Who answers for it?", check.Owner),
            Expires = given.Expires ?? (rules.Require.Contains("expires") || rules.MaxDays is not null ? ask("The last day on which it holds?", today.Plus(days).ToString(), check.Expires) : null),
            Ticket = given.Ticket ?? Required("ticket", "Which ticket?", check.Ticket),
            ApprovedBy = given.ApprovedBy ?? (rules.Approvers is { Count: > 0 } approvers ? ask("Who approved it?", approvers.Count == 1 ? approvers[0] : null, check.ApprovedBy) : Required("approvedBy", "Who approved it?", check.ApprovedBy)),
        };
    }
}
