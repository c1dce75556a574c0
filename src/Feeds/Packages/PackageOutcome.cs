namespace AiToolPolicy.Feeds.Packages;

/// <summary>What came of looking for a policy package.</summary>
/// <param name="Package">Null when there is none to be used.</param>
/// <param name="Problem">Why there is none, or what to tell beside it: a whole sentence, safe to print.</param>
public sealed record PackageOutcome(PolicyPackage? Package, string? Problem)
{
    /// <summary>The feed that gave it, or null for the cache.</summary>
    public string? From { get; init; }

    public static PackageOutcome Failed(string problem) => new(null, problem);
}
