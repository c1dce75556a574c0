using AiToolPolicy.Engine.Json;
using NuGet.Configuration;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>What a feed of version 3 offers, and at which addresses.</summary>
/// <param name="Content">Of versions, manifests and packages; ends with a slash.</param>
/// <param name="Registrations">Of what is known about each version; ends with a slash. Null where the feed does not offer it.</param>
internal sealed record ServiceIndex(Uri Content, Uri? Registrations)
{
    private const string PackageContent = "PackageBaseAddress/3.0.0";

    // The first has versions by SemVer 2 too; what the others leave out counts as offered.
    private static readonly string[] RegistrationTypes = ["RegistrationsBaseUrl/3.6.0", "RegistrationsBaseUrl/Versioned", "RegistrationsBaseUrl/3.4.0", "RegistrationsBaseUrl/3.0.0-rc", "RegistrationsBaseUrl"];

    private const int Limit = 4 * 1024 * 1024;

    private bool IsPlain { get; init; }

    /// <summary>The list of what the feed offers stands at its address.</summary>
    public static async Task<ServiceIndex> Read(HttpRequests requests, PackageSource source, CancellationToken cancellation)
    {
        var bytes = await requests.Get(source.SourceUri, Limit, cancellation).ConfigureAwait(false)
            ?? throw new FeedFailure("has no service index at its address (404)");
        var resources = ((FeedJson.Read(bytes)["resources"] as JsonArray)?.Items ?? []).OfType<JsonObject>().ToList();
        var isPlain = source.IsHttp && !source.IsHttps;
        Uri? Find(string type) => resources.Where(resource => Types(resource["@type"]).Contains(type))
            .Select(resource => Follow((resource["@id"] as JsonString)?.Value?.TrimEnd('/') + "/", isPlain))
            .FirstOrDefault();
        return new ServiceIndex(
            Find(PackageContent) ?? throw new FeedFailure($"offers no {PackageContent} at an address that may be asked"),
            RegistrationTypes.Select(Find).FirstOrDefault(found => found is not null))
        {
            IsPlain = isPlain,
        };
    }

    /// <summary>An address that the feed gives; null where it may not be asked. A feed reached over TLS may not send its readers to an address without it.</summary>
    public Uri? Follow(string? address) => Follow(address, IsPlain);

    private static Uri? Follow(string? address, bool isPlain) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && isPlain)) ? uri : null;

    private static IEnumerable<string> Types(JsonNode? node) =>
        node is JsonString one ? [one.Value] : ((node as JsonArray)?.Items ?? []).OfType<JsonString>().Select(type => type.Value);
}
