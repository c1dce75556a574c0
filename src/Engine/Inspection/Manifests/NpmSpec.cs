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

    /// <summary>The package that a key of overrides or resolutions means: <c>a@^1</c>, <c>**/a</c>, <c>parent/@scope/a</c>, <c>parent&gt;a</c>.</summary>
    public static string NameIn(string key)
    {
        var nested = key.Substring(key.LastIndexOf('>') + 1);
        var at = nested.LastIndexOf('@');
        var segments = (at > 0 && nested[at - 1] != '/' ? nested.Substring(0, at) : nested).Split('/');
        var (parent, name) = (segments.Length > 1 ? segments[segments.Length - 2] : "", segments[segments.Length - 1]);
        return parent.StartsWith("@", StringComparison.Ordinal) ? $"{parent}/{name}" : name;
    }

    // "npm:^4.0.0" and "npm:*" name a version of the package itself.
    private static bool IsVersion(string text) => text.Length == 0 || char.IsDigit(text[0]) || "^~<>=*".IndexOf(text[0]) >= 0;
}
