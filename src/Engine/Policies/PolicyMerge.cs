namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// Makes one policy of several layers. Each layer goes on being judged by itself and the strictest word holds, so nothing that a layer says or
/// leaves out can take away what another one says, and their order decides nothing.
/// </summary>
internal static class PolicyMerge
{
    /// <param name="layers">The lowest first.</param>
    /// <returns>Null when there is none.</returns>
    public static Policy? Of(IReadOnlyList<Policy> layers) => layers.Count == 0 ? null : layers.Count == 1 ? layers[0] : layers[0] with
    {
        Contact = layers.Select(layer => layer.Contact).FirstOrDefault(contact => contact is not null),
        Default = Strictest(layers, layer => layer.Default),
        Unknown = Strictest(layers, layer => layer.Unknown),
        Generic = Strictest(layers, layer => layer.Generic),
        HiddenCharacters = Strictest(layers, layer => layer.HiddenCharacters),
        Weakening = Strictest(layers, layer => layer.Weakening),
        Rules = [.. layers.SelectMany(layer => layer.Rules)],
        Exemptions = ExemptionRulesMerge.Of(layers),
        Locked = layers.Any(layer => layer.Locked),
        Layers = layers,
    };

    // A layer that leaves it out says nothing; what none of them says has its built-in value.
    private static Decision Strictest(IReadOnlyList<Policy> layers, Func<Policy, Decision> decision) => layers
        .Select(decision)
        .Reverse()
        .OrderBy(said => said.Location is null)
        .ThenByDescending(said => said.Action)
        .First();
}
