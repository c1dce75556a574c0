using System.CommandLine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary><c>exempt add</c>: writes one exemption that counts, or says why it would not.</summary>
internal static class AddExemption
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        Option<string?> tool = new("--tool") { Description = "The tool's id in the catalog.", HelpName = "ID" };
        Option<string?> rule = new("--rule") { Description = "The rule whose findings are exempted.", HelpName = "ID" };
        Option<string?> surface = new("--surface") { Description = "Where the tool shows itself.", HelpName = "SURFACE" };
        Option<string?> evidence = new("--evidence") { Description = "What was seen, as a report names it.", HelpName = "NAME" };
        Option<string[]> paths = new("--path") { Description = "A path pattern from the repository's root; may be given several times.", HelpName = "GLOB" };
        Option<string?> fingerprint = new("--fingerprint") { Description = "One finding, by the fingerprint in a report.", HelpName = "TEXT" };
        return options.Command("add", "Writes an exemption; asks for what is missing on a terminal.", [tool, rule, surface, evidence, paths, fingerprint, .. options.Terms], (parsed, cancellation) =>
        {
            var store = options.Open(parsed, surroundings, cancellation);
            var given = options.TermsOf(parsed, surroundings.Today) with
            {
                Tool = parsed.GetValue(tool),
                Rule = parsed.GetValue(rule),
                Surface = parsed.GetValue(surface),
                Evidence = parsed.GetValue(evidence),
                Paths = parsed.GetValue(paths) ?? [],
                Fingerprint = parsed.GetValue(fingerprint),
            };
            return Add(store, surroundings.Ask is { } ask ? Questions.Complete(given, store.Workspace.Policy, surroundings.Today, ask) : given, surroundings);
        });
    }

    private static int Add(ExemptionStore store, ExemptionRecord record, Surroundings surroundings)
    {
        var known = store.Records.Count;
        store.Apply(ExemptionEdits.Add(store.File, [record]));
        var place = store.Records[^1];
        var result = store.Check();

        // What was wrong with other records before is not this one's fault.
        var mistakes = store.Mistakes(result, index => index >= known);
        if (mistakes.Count > 0)
        {
            return Refusal.Tell(surroundings, mistakes);
        }

        store.Write();
        var use = result.Exemptions.FirstOrDefault(use => use.Exemption.Location == place);
        surroundings.Output.WriteLine($"{PlainText.Safe(store.Path)}({place.Line},{place.Column}): exempted {use?.Exemption.Subject ?? record.Tool}, {Covers(use)}.");
        return ExitCode.Clean;
    }

    private static string Covers(Engine.Judging.ExemptionUse? use) => use switch
    {
        { Covered: 1 } => "which covers 1 finding",
        { Covered: > 1 } => $"which covers {use.Covered} findings",
        { IsUnused: true } => "which matches nothing here yet",
        _ => "which matches nothing that a scan sees; a build may see more",
    };
}
