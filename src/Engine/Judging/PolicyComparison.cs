using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>
/// What a new policy loosens and tightens against an old one. It is told by what both say of every tool, on every day and in every case that a rule
/// of either tells apart, and not by what their texts look like.
/// </summary>
public static class PolicyComparison
{
    public static IReadOnlyList<PolicyChange> Of(LoadedPolicy old, LoadedPolicy fresh)
    {
        if (old.Policy is not { } before || fresh.Policy is not { } after)
        {
            return [];
        }

        return
        [
            .. Settings(before, after), .. Locks(before, after),
            .. new VerdictComparison(before, after, fresh.Catalog, old.Catalog).Changes(),
            .. ExemptionComparison.Of(before, after), .. Signs(old, fresh),
        ];
    }

    private static IEnumerable<PolicyChange> Settings(Policy old, Policy fresh)
    {
        (string Key, Func<Policy, Decision> Of)[] settings =
        [
            ("default", policy => policy.Default), ("unknown", policy => policy.Unknown), ("generic", policy => policy.Generic),
            ("hiddenCharacters", policy => policy.HiddenCharacters), ("weakening", policy => policy.Weakening),
        ];
        return from setting in settings
               let was = setting.Of(old)
               let now = setting.Of(fresh)
               where was.Action != now.Action
               select new PolicyChange(now.Action < was.Action, $"'{setting.Key}': {Words<PolicyAction>.Of(was.Action)} → {Words<PolicyAction>.Of(now.Action)}", was.Location, now.Location);
    }

    private static IEnumerable<PolicyChange> Locks(Policy old, Policy fresh) => old.Locked == fresh.Locked ? [] :
        [new PolicyChange(old.Locked, $"'locked': {(old.Locked ? "true → false" : "false → true")}", old.Location, fresh.Location)];

    private static IEnumerable<PolicyChange> Signs(LoadedPolicy old, LoadedPolicy fresh)
    {
        static IReadOnlyCollection<string> Own(LoadedPolicy policy) =>
        [
            .. policy.Catalog.Signatures.Where(signature => signature.DefinedIn is not null)
                .Select(signature => $"{Words<SignatureKind>.Of(signature.Kind)} '{PlainText.Safe(signature.Value)}' of {PlainText.Safe(signature.Tool?.Id ?? "no single tool")}").Distinct(),
        ];
        var (was, now) = (Own(old), Own(fresh));
        return was.Except(now).Select(sign => new PolicyChange(true, $"'catalog' knows {sign} no more", old.Policy!.Location, null))
            .Concat(now.Except(was).Select(sign => new PolicyChange(false, $"'catalog' knows {sign}", null, fresh.Policy!.Location)));
    }
}
