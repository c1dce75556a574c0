using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Turns a policy as written into a policy that can be judged by, and says everything that is wrong with it.</summary>
public sealed class PolicyValidator(List<JsonProblem> problems, ToolCatalog catalog)
{
    private readonly RuleValidator _rules = new(problems, catalog);

    /// <summary>
    /// Every mistake is a problem at its line; what is right around it still counts, and a date that cannot be read counts as in force,
    /// so that no mistake switches a restriction off.
    /// </summary>
    /// <param name="isUppermost">False for a layer with others above it: what it leaves out of <c>exemptions</c> is theirs to say.</param>
    public Policy Validate(PolicyDocument document, bool isUppermost = true)
    {
        ReportDuplicateIds(document.Rules);
        return new Policy(document.Location)
        {
            Name = document.Name,
            Version = document.Version,
            Contact = document.Contact,
            Default = Decide(document.Default, PolicyAction.Notice),
            Unknown = Decide(document.Unknown, PolicyAction.Notice),
            Generic = Decide(document.Generic, PolicyAction.Notice),
            HiddenCharacters = Decide(document.HiddenCharacters, PolicyAction.Warn),
            Weakening = Decide(document.Weakening, PolicyAction.Warn),
            Rules = [.. document.Rules.Select(_rules.Validate).OfType<PolicyRule>()],
            Exemptions = Exemptions(document.Exemptions, isUppermost ? new ExemptionRules() : ExemptionRules.Silent),
            Locked = document.Locked ?? false,
        };
    }

    private static Decision Decide(Placed<string>? word, PolicyAction otherwise)
    {
        var action = word is null ? otherwise
            : word.Value == "ignore" ? PolicyAction.Allow
            : Words<PolicyAction>.TryParse(word.Value, out var value) ? value : otherwise;
        return new Decision(action, word?.Location);
    }

    private void ReportDuplicateIds(IReadOnlyList<RuleDocument> rules)
    {
        foreach (var same in rules.Where(r => r.Id is not null).GroupBy(r => r.Id!.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = same.First().Id!.Location.Line;
            foreach (var again in same.Skip(1))
            {
                problems.Add(new JsonProblem($"The rule id '{PlainText.Safe(same.Key)}' is used a second time; the first is on line {first}.", again.Id!.Location));
            }
        }
    }

    private ExemptionRules Exemptions(ExemptionRulesDocument? written, ExemptionRules absent)
    {
        if (written is null)
        {
            return absent;
        }

        if (written.TicketPattern is { } pattern && !IsPattern(pattern.Value))
        {
            problems.Add(new JsonProblem($"'{PlainText.Safe(pattern.Value)}' is no regular expression.", pattern.Location));
        }

        return new ExemptionRules
        {
            MaxDays = written.MaxDays,
            Require = written.Require is null ? absent.Require : [.. written.Require.Select(field => field.Value)],
            MinJustification = written.MinJustification ?? absent.MinJustification,
            TicketPatterns = written.TicketPattern is { } ticket ? [ticket.Value] : [],
            NoticeDays = written.NoticeDays ?? absent.NoticeDays,
            Approvers = written.Approvers.Count == 0 ? null : [.. written.Approvers.Select(approver => approver.Value)],
        };
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new System.Text.RegularExpressions.Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
