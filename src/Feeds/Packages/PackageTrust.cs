using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>
/// What a layer says it trusts: the digest of the one file, or certificates of those who may have signed it. Whoever is named must hold: where
/// both stand, both.
/// </summary>
public sealed record PackageTrust
{
    private const string DigestKey = "sha512";
    private const string AuthorKey = "author";
    private const string RepositoryKey = "repository";

    public static readonly IReadOnlyList<string> Keys = [DigestKey, AuthorKey, RepositoryKey];

    private const int FingerprintLength = 64;

    public static PackageTrust Nobody { get; } = new();

    /// <summary>SHA-512 of the package file in base 64; null where none is named.</summary>
    public string? Sha512 { get; init; }

    /// <summary>SHA-256 fingerprints of certificates, one of which must have signed as author; in upper case without separators.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The same for the repository's signature.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    public bool WantsSignature => Authors.Count + Repositories.Count > 0;

    /// <param name="block">The block <c>trust</c>.</param>
    /// <param name="problems">Collects what is wrong with it. A block with a problem must not be used: it might ask for less than was meant.</param>
    public static PackageTrust Read(JsonObject block, PackageName name, List<JsonProblem> problems)
    {
        var reader = new ObjectReader(block, Keys, problems);
        var digest = reader.Node(DigestKey) is null ? null : reader.RequiredString(DigestKey);
        if (digest is not null && PackageDigest.Normal(digest.Value) is null)
        {
            problems.Add(new JsonProblem("'sha512' is no SHA-512 of a package: write its 64 bytes in base 64, as 'ai-tool-policy pack' prints them, or in hexadecimal.", digest.Location));
        }

        if (digest is not null && name.Exact is null)
        {
            problems.Add(new JsonProblem($"A digest is of one version, and '{PlainText.Safe(name.RangeText)}' names more than one: write {name.Id}@[VERSION], or trust the certificate of an 'author' or a 'repository'.", digest.Location));
        }

        var trust = new PackageTrust
        {
            Sha512 = digest is null ? null : PackageDigest.Normal(digest.Value),
            Authors = Fingerprints(reader, AuthorKey, problems),
            Repositories = Fingerprints(reader, RepositoryKey, problems),
        };
        if (digest is null && !trust.WantsSignature && problems.Count == 0)
        {
            problems.Add(new JsonProblem($"'trust' names nobody: write one of {string.Join(", ", Keys)}, or leave it out.", block.Location));
        }

        return trust;
    }

    // One fingerprint, or several of which any will do, so that a certificate can be changed without a day on which neither holds.
    private static IReadOnlyList<string> Fingerprints(ObjectReader reader, string key, List<JsonProblem> problems)
    {
        var written = reader.Node(key) switch
        {
            null => [],
            JsonString => reader.String(key) is { } one ? [one] : [],
            _ => reader.Strings(key) ?? [],
        };
        foreach (var text in written.Where(text => !IsFingerprint(Bare(text.Value))))
        {
            problems.Add(new JsonProblem($"'{key}' takes SHA-256 fingerprints of certificates, {FingerprintLength} hexadecimal digits each, as 'dotnet nuget verify --all -v detailed' shows them.", text.Location));
        }

        return [.. written.Select(text => Bare(text.Value))];
    }

    private static bool IsFingerprint(string text) => text.Length == FingerprintLength && text.All(Uri.IsHexDigit);

    private static string Bare(string text) => text.Replace(":", "").Replace(" ", "").ToUpperInvariant();
}
