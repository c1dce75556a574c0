using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds;
using AiToolPolicy.Tool.Remedies;

namespace AiToolPolicy.Tool.Explanations;

/// <summary>Whose a NuGet package is, what brings it in, what decides, and what to do.</summary>
internal sealed class PackageExplanation(Workspace workspace, IPackageFeeds feeds, Day asOf, CancellationToken cancellation)
{
    public string Of(string id)
    {
        var search = new RemedySearch(workspace, feeds, asOf, cancellation);
        var seen = search.Verdicts().Where(entry => IsOf(entry.Verdict, id)).ToList();
        var lines = new List<string> { Whose(id) };
        lines.AddRange(seen.Count == 0 ? [$"No project here brings in {PlainText.Safe(id, 100)}."] : seen.Select(entry => Where(entry.Verdict)).Distinct());
        var advice = search.Run(verdict => IsOf(verdict, id));
        return string.Concat(lines.Select(line => line + "\n")) + string.Concat(advice.Select(one => one.Render()));
    }

    private static bool IsOf(Verdict verdict, string id) => string.Equals(verdict.Evidence.Seen, id, StringComparison.OrdinalIgnoreCase);

    private string Whose(string id)
    {
        var signatures = workspace.Policy.Catalog.Find(SignatureKind.Nuget, id);
        var shown = PlainText.Safe(id, 100);
        if (signatures.Count == 0)
        {
            return $"Package '{shown}' is a sign of no AI tool in the catalog.{Nearest.Hint(id, workspace.Policy.Catalog.Tools.Select(tool => tool.Id))}";
        }

        var tools = signatures.Where(signature => signature.Tool is not null).Select(signature => $"{signature.Tool!.Name} ({signature.Tool.Id}) by {signature.Tool.Vendor.Name}, {Words<Confidence>.Of(signature.Confidence)} confidence").ToList();
        return tools.Count > 0
            ? PlainText.Safe($"Package '{shown}': {string.Join("; ", tools)}.", 1000)
            : $"Package '{shown}' looks like an AI tool, but is in no catalog.";
    }

    // As a build would report it, but for what is allowed, of which a build says nothing.
    private string Where(Verdict verdict)
    {
        var place = verdict.Evidence.Location;
        var message = FindingBuilder.Build(verdict, workspace.Policy.Policy, asOf)?.Message
            ?? $"{verdict.Evidence.What} {PlainText.Safe(verdict.Evidence.Version ?? "")} is allowed{(verdict.Rule is null ? "" : $" by the rule at line {verdict.Rule.Location.Line}")}.";
        var decided = verdict.DecidedAt is { } line ? $" (decided at {PlainText.Safe(line.Path, 4096)}({line.Line},{line.Column}))" : "";
        return $"{PlainText.Safe(place.Path, 4096)}({place.Line},{place.Column}): {message}{decided}";
    }
}
