using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>The versions of policy packages that a repository has pinned, in <c>ai-tool-policy.lock.json</c> at its root.</summary>
/// <param name="Packages">In the order of their names.</param>
public sealed record PolicyLock(IReadOnlyList<LockedPackage> Packages)
{
    public const string FileName = "ai-tool-policy.lock.json";

    public static readonly IReadOnlyList<string> Keys = ["$schema", "version", "packages"];

    public static readonly IReadOnlyList<string> PackageKeys = ["id", "range", "version", "sha512"];

    private const int FormatVersion = 1;

    /// <summary>The entry for a package as a policy names it; null when there is none.</summary>
    public LockedPackage? Find(PackageName name) => Packages.FirstOrDefault(package => package.Is(name));

    /// <param name="problems">Collects what is wrong, each at its line; an entry with a mistake is left out.</param>
    public static PolicyLock Read(SourceFile file, List<JsonProblem> problems)
    {
        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        problems.AddRange(document.Problems);
        if (document.Root is not JsonObject root)
        {
            return new PolicyLock([]);
        }

        var reader = new ObjectReader(root, Keys, problems);
        if (reader.Count("version") is not (null or FormatVersion))
        {
            reader.Problem($"This lock file has a version that is not known; this one reads version {FormatVersion}.", reader.Node("version")!.Location);
        }

        return new PolicyLock([.. reader.Objects("packages").Select(node => ReadPackage(node, problems)).OfType<LockedPackage>()]);
    }

    public string Write() => JsonWriter.Object(json =>
    {
        json.Number("version", FormatVersion);
        json.Objects("packages", Packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).ThenBy(package => package.Range, StringComparer.Ordinal), package =>
        {
            json.String("id", package.Id);
            json.String("range", package.Range);
            json.String("version", package.Version);
            json.String("sha512", package.Sha512);
        });
    });

    private static LockedPackage? ReadPackage(JsonObject node, List<JsonProblem> problems)
    {
        var reader = new ObjectReader(node, PackageKeys, problems);
        var (id, range, version, sha512) = (reader.RequiredString("id"), reader.RequiredString("range"), reader.RequiredString("version"), reader.RequiredString("sha512"));
        if (id is null || range is null || version is null || sha512 is null)
        {
            return null;
        }

        if (PackageName.Parse($"{id.Value}@{range.Value}", out var problem) is not { } name)
        {
            problems.Add(new JsonProblem(problem!, id.Location));
            return null;
        }

        if (!name.Allows(version.Value))
        {
            problems.Add(new JsonProblem($"'{PlainText.Safe(version.Value, 100)}' is no version in {PlainText.Safe(range.Value, 100)}. 'ai-tool-policy policy update' writes the file anew.", version.Location));
            return null;
        }

        if (PackageDigest.Normal(sha512.Value) is { } digest)
        {
            return new LockedPackage(name.Id, range.Value, NuGetVersion.Parse(version.Value).ToNormalizedString(), digest);
        }

        problems.Add(new JsonProblem("'sha512' is no SHA-512. 'ai-tool-policy policy update' writes the file anew.", sha512.Location));
        return null;
    }
}

/// <summary>One pinned package.</summary>
/// <param name="Range">As the policy writes it.</param>
/// <param name="Version">In its normal form.</param>
/// <param name="Sha512">Of the package file, in base 64.</param>
public sealed record LockedPackage(string Id, string Range, string Version, string Sha512)
{
    public bool Is(PackageName name) => string.Equals(Id, name.Id, StringComparison.OrdinalIgnoreCase) && Range == name.RangeText;
}
