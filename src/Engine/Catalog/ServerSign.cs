namespace AiToolPolicy.Engine.Catalog;

/// <summary>One thing by which an MCP server can be told: its name, or the package, image, program or host behind it.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Id">In the spelling that all spellings of its registry have in common; for a host also with its port.</param>
public sealed record ServerSign(SignatureKind Kind, string Id)
{
    private static readonly (string Word, SignatureKind Kind)[] Words =
    [
        ("name", SignatureKind.McpServer),
        ("npm", SignatureKind.Npm),
        ("pypi", SignatureKind.Pypi),
        ("nuget", SignatureKind.Nuget),
        ("image", SignatureKind.DockerImage),
        ("host", SignatureKind.Host),
        ("command", SignatureKind.Command),
    ];

    /// <summary>How a policy writes the kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Words.Select(w => w.Word)];

    public static SignatureKind? KindOf(string word) => Array.Find(Words, w => w.Word == word) is { Word: not null } known ? known.Kind : null;

    /// <param name="pattern">An id, in which <c>*</c> stands for any run of characters.</param>
    public bool IsMatch(SignatureKind kind, string pattern) =>
        kind == Kind && Wildcards.IsMatch(PackageNames.Canonical(kind, pattern), Id, SignatureKinds.Comparison(kind));
}
