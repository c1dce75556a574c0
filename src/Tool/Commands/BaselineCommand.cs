using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Exemptions;

namespace AiToolPolicy.Tool.Commands;

/// <summary>
/// <c>baseline</c>: writes today's findings as dated exemptions, each by its content. From then on it only shrinks: what is gone is taken out, and
/// what is new is added only by a new baseline with a reason of its own.
/// </summary>
internal static class BaselineCommand
{
    private const int ShownFindings = 20;

    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        Option<bool> check = new("--check") { Description = "Writes nothing; exit code 1 where the baseline could be smaller." };
        Option<bool> renew = new("--new") { Description = "Adds today's findings to a baseline that is there, on the terms given." };
        return options.Command("baseline", "Writes today's findings as dated exemptions, or makes the baseline smaller.", [check, renew, .. options.Terms], (parsed, cancellation) =>
        {
            var store = options.Open(parsed, surroundings, cancellation);
            if (store.Workspace.Request(surroundings.Today, null, cancellation).Sight != Sight.AllFiles)
            {
                throw new UsageException("A baseline is taken of a whole repository: name its root.");
            }

            var result = store.Check();
            var known = Engine.Exemptions.ExemptionFile.Read(store.File, []).Select(record => record.Fingerprint?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
            List<string> built = [.. BuiltFindings.Fingerprints(store, cancellation).Where(fingerprint => !known.Contains(fingerprint))];
            return parsed.GetValue(check) || (known.Count > 0 && !parsed.GetValue(renew))
                ? Shrink(store, result, built, parsed.GetValue(check), surroundings)
                : Grow(store, result, built, options.TermsOf(parsed, surroundings.Today), surroundings);
        });
    }

    private static int Shrink(ExemptionStore store, CheckResult result, IReadOnlyList<string> built, bool checkOnly, Surroundings surroundings)
    {
        var unused = result.Exemptions.Where(use => use.IsUnused && use.Exemption.Fingerprint is not null && use.Exemption.Location.Path == store.Path);
        var code = PruneExemptions.Remove(store, [.. unused.Select(use => use.Exemption.Location)], checkOnly, surroundings);
        var counting = result.Findings.Where(BaselineFinding.Counts).ToList();
        List<string> more = [.. counting.Select(Refusal.Line), .. built.Except(counting.Select(finding => finding.Fingerprint), StringComparer.Ordinal).Select(fingerprint => $"{PlainText.Safe(fingerprint)} (found by the last build)")];
        foreach (var line in more.Take(ShownFindings))
        {
            surroundings.Output.WriteLine(line);
        }

        if (more.Count > 0)
        {
            surroundings.Output.WriteLine($"{Counted.Of(more.Count, "finding", "is", "are")} not in the baseline and not added: a baseline only shrinks. To take a new one, give a reason: --new --justification …");
        }

        return code;
    }

    private static int Grow(ExemptionStore store, CheckResult result, IReadOnlyList<string> built, ExemptionRecord terms, Surroundings surroundings)
    {
        var fingerprints = result.Findings.Where(BaselineFinding.Counts).Select(finding => finding.Fingerprint).Concat(built).Distinct(StringComparer.Ordinal).ToList();
        if (fingerprints.Count == 0)
        {
            surroundings.Output.WriteLine("Nothing is to be exempted: there is no error and no warning that counts.");
            return ExitCode.Clean;
        }

        var rules = store.Workspace.Policy.Policy!.Exemptions;
        var given = terms with { Expires = terms.Expires ?? surroundings.Today.Plus(rules.MaxDays ?? 90).ToString() };
        var complete = surroundings.Ask is { } ask ? Questions.Complete(given with { Fingerprint = fingerprints[0] }, store.Workspace.Policy, surroundings.Today, ask) : given;
        var known = store.Records.Count;
        store.Apply(ExemptionEdits.Add(store.File, [.. fingerprints.Select(fingerprint => complete with { Fingerprint = fingerprint })]));
        var after = store.Check();

        // What is wrong with one of them is wrong with all of them: once is enough.
        if (store.Mistakes(after, index => index >= known) is { Count: > 0 } mistakes)
        {
            return Refusal.Tell(surroundings, mistakes.GroupBy(mistake => mistake.Message.Split("': ")[^1]).Select(same => same.First()));
        }

        store.Write();
        surroundings.Output.WriteLine($"{PlainText.Safe(store.Path)}: {Counted.Of(fingerprints.Count, "finding", "is", "are")} exempted until {PlainText.Safe(complete.Expires ?? "")}. {after.Findings.Count(BaselineFinding.Counts)} remain.");
        return ExitCode.Clean;
    }
}
