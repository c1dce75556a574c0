namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Package names with versions as npm and its kin write them: <c>@scope/name@1.0</c>, <c>npm:@scope/name@1.0</c>.</summary>
public static class NpmSpec
{
    private const string AliasMark = "npm:";

    /// <summary>Splits at the <c>@</c> before the version; the one that opens a scope is none.</summary>
    public static (string Name, string? Version) Split(string spec)
    {
        var at = spec.IndexOf('@', Math.Min(1, spec.Length));
        return at < 0 ? (spec, null) : (spec.Substring(0, at), spec.Substring(at + 1));
    }

    /// <summary>The package that is really meant where <paramref name="version"/> is an alias, else what was given.</summary>
    public static (string Name, string? Version) Target(string name, string? version) =>
        version is null || !version.StartsWith(AliasMark, StringComparison.Ordinal) ? (name, version)
        : Split(version.Substring(AliasMark.Length)) is var (target, wanted) && wanted is not null ? (target, wanted)
        : IsVersion(target) ? (name, target)
        : (target, null);

    // "npm:^4.0.0" and "npm:*" name a version of the package itself.
    private static bool IsVersion(string text) => text.Length == 0 || char.IsDigit(text[0]) || "^~<>=*".IndexOf(text[0]) >= 0;
}
