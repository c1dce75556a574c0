namespace AiToolPolicy.Feeds.Archives;

/// <summary>A package that is refused as a whole.</summary>
/// <param name="reason">Continues "the package ", without a full stop, safe to print.</param>
public sealed class PackageProblemException(string reason) : Exception(reason);
