using System.CommandLine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary><c>exempt renew</c>: gives exemptions a new end, from today on, within what the policy permits.</summary>
internal static class RenewExemptions
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        Option<string?> tool = new("--tool") { Description = "The exemptions of this tool.", HelpName = "ID" };
        Option<string?> rule = new("--rule") { Description = "The exemptions of this rule.", HelpName = "ID" };
        Option<string?> fingerprint = new("--fingerprint") { Description = "The exemption of this finding.", HelpName = "TEXT" };
        Option<int?> line = new("--line") { Description = "The exemption that begins on this line.", HelpName = "NUMBER" };
        Option<bool> all = new("--all") { Description = "Every exemption in the file." };
        return options.Command("renew", "Gives exemptions a new end, counted from today on.", [tool, rule, fingerprint, line, all, .. options.Terms], (parsed, cancellation) =>
        {
            var store = options.Open(parsed, surroundings, cancellation);
            var chosen = ExemptionFile.Read(store.File, [])
                .Where(record => (parsed.GetValue(tool) is not { } id || record.Tool?.Value == id)
                    && (parsed.GetValue(rule) is not { } ruleId || record.Rule?.Value == ruleId)
                    && (parsed.GetValue(fingerprint) is not { } text || record.Fingerprint?.Value == text)
                    && (parsed.GetValue(line) is not { } number || record.Location.Line == number))
                .Select(record => record.Location)
                .ToList();
            if (!parsed.GetValue(all) && parsed.GetValue(tool) is null && parsed.GetValue(rule) is null && parsed.GetValue(fingerprint) is null && parsed.GetValue(line) is null)
            {
                throw new UsageException("Say which exemptions: --tool, --rule, --fingerprint, --line, or --all.");
            }

            return Renew(store, chosen, options.TermsOf(parsed, surroundings.Today), surroundings);
        });
    }

    private static int Renew(ExemptionStore store, List<Location> chosen, ExemptionRecord terms, Surroundings surroundings)
    {
        if (chosen.Count == 0)
        {
            throw new UsageException($"No exemption in '{PlainText.Safe(store.Path)}' is meant by that.");
        }

        var expires = terms.Expires ?? surroundings.Ask?.Invoke("The new last day on which it holds?", null, new AnswerCheck(store.Workspace.Policy, surroundings.Today).Expires) ?? throw new UsageException("Say until when: --expires yyyy-MM-dd.");
        var renewed = new HashSet<int>(store.Records.Select((record, index) => (record, index)).Where(pair => chosen.Contains(pair.record)).Select(pair => pair.index));
        store.Apply(ExemptionEdits.Renew(store.File, chosen, terms with { Expires = expires }));
        var result = store.Check();
        var mistakes = store.Mistakes(result, renewed.Contains);
        if (mistakes.Count > 0)
        {
            return Refusal.Tell(surroundings, mistakes);
        }

        store.Write();
        surroundings.Output.WriteLine($"{PlainText.Safe(store.Path)}: {chosen.Count} renewed until {PlainText.Safe(expires)}.");
        return ExitCode.Clean;
    }
}
