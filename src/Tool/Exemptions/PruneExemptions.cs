using System.CommandLine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary><c>exempt prune</c>: takes out exemptions that match nothing any more.</summary>
internal static class PruneExemptions
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new ExemptionOptions();
        Option<bool> check = new("--check") { Description = "Writes nothing; exit code 1 where something could be taken out." };
        Option<bool> expired = new("--expired") { Description = "Takes out what has expired, too." };
        return options.Command("prune", "Takes out exemptions that match nothing any more.", [check, expired], (parsed, cancellation) =>
        {
            var store = options.Open(parsed, surroundings, cancellation);
            var result = store.Check();
            var unused = result.Exemptions.Where(use => use.IsUnused && use.Exemption.Location.Path == store.Path).Select(use => use.Exemption.Location);
            var ended = parsed.GetValue(expired) ? Ended(store, result) : [];
            return Remove(store, [.. unused.Concat(ended).Distinct()], parsed.GetValue(check), surroundings);
        });
    }

    /// <summary>Takes the records out, or says that it could.</summary>
    /// <returns>The exit code.</returns>
    public static int Remove(ExemptionStore store, IReadOnlyList<Location> places, bool checkOnly, Surroundings surroundings)
    {
        foreach (var place in places)
        {
            surroundings.Output.WriteLine($"{PlainText.Safe(place.Path, 4096)}({place.Line},{place.Column}): {(checkOnly ? "to be taken out" : "taken out")}");
        }

        surroundings.Output.WriteLine(places.Count == 0 ? "Nothing to take out." : $"{places.Count} {(checkOnly ? "could be taken out" : "taken out")}.");
        if (!checkOnly && places.Count > 0)
        {
            store.Apply(ExemptionEdits.Remove(store.File, places));
            store.Write();
        }

        return checkOnly && places.Count > 0 ? ExitCode.Violation : ExitCode.Clean;
    }

    // The finding stands at the date; the record is the last one that begins before it.
    private static IEnumerable<Location> Ended(ExemptionStore store, Engine.CheckResult result)
    {
        var records = Engine.Exemptions.ExemptionFile.Read(store.File, []).Where(record => record.Expires is not null).ToLookup(record => record.Expires!.Location);
        return result.Findings.Where(finding => finding.Rule == Rules.ExemptionExpired && finding.Location.Path == store.Path).SelectMany(finding => records[finding.Location]).Select(record => record.Location);
    }
}
