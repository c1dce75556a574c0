using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What the commands about policies have to tell, for people.</summary>
internal static class PolicyText
{
    public static string Layers(LoadedPolicy loaded)
    {
        var head = $"{loaded.Policy?.Title ?? "no policy that can be read"}\n{loaded.Digest}\n\nLayers, the lowest first:\n";
        return head + string.Concat(loaded.Layers.Select(layer => $"  {Title(layer)}\n    {layer.Origin}\n    {layer.Digest}\n"));
    }

    public static string Entries(LoadedPolicy loaded)
    {
        var entries = PolicyEntry.Of(loaded);
        var settings = entries.Where(entry => entry.Rule is null).ToList();
        var (keys, values) = (settings.Max(entry => entry.Key.Length), settings.Max(entry => Math.Min(entry.Value.Length, 40)));
        return "\nSettings:\n"
            + string.Concat(settings.Select(entry => $"  {entry.Key.PadRight(keys)}  {entry.Value.PadRight(values)}  {Places(entry.Places)}\n"))
            + "\nRules:\n"
            + string.Concat(entries.Where(entry => entry.Rule is not null).Select(entry =>
                $"  {entry.Value}\n    {(entry.Rule!.Id is { } id ? $"rule '{PlainText.Safe(id)}', " : "")}{Places(entry.Places)}\n"));
    }

    public static string Changes(IReadOnlyList<PolicyChange> changes) => changes.Count == 0
        ? "Neither looser nor stricter.\n"
        : Section("Looser", changes.Where(change => change.IsLoosening)) + Section("Stricter", changes.Where(change => !change.IsLoosening));

    private static string Section(string title, IEnumerable<PolicyChange> changes)
    {
        var lines = changes.Select(change => $"  {change.What}\n    {(change.Old is { } old ? Place(old) : "nothing")} → {(change.New is { } fresh ? Place(fresh) : "nothing")}\n").ToList();
        return lines.Count == 0 ? "" : $"{title}:\n{string.Concat(lines)}";
    }

    private static string Title(PolicyLayer layer) => layer.Policy is not { } policy ? "not read"
        : $"{(policy.Name is { } name ? $"'{PlainText.Safe(name)}'" : PlainText.Safe(layer.Path))}{(policy.Version is { } version ? " " + PlainText.Safe(version) : "")}, {(policy.Rules.Count == 1 ? "1 rule" : $"{policy.Rules.Count} rules")}";

    private static string Places(IReadOnlyList<Location> places) => places.Count == 0 ? "built in" : string.Join(", ", places.Select(Place));

    private static string Place(Location place) => $"{PlainText.Safe(place.Path, 4096)}({place.Line},{place.Column})";
}
