using System.Collections.Concurrent;
using AiToolPolicy.Engine.Json;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>What a feed says about the versions of packages: pages of ranges, in which each version has an entry. Where there are few, the pages stand in the list of pages.</summary>
/// <param name="address">Ends with a slash.</param>
internal sealed class Registrations(HttpRequests requests, ServiceIndex index, Uri address)
{
    private const int Limit = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<Uri, Task<JsonObject?>> _known = new();

    /// <returns>Null when nothing is said of the version.</returns>
    public async Task<Listing?> Of(string id, NuGetVersion version, CancellationToken cancellation)
    {
        var list = new Uri(address, $"{Uri.EscapeDataString(id.ToLowerInvariant())}/index.json");
        if (await Get(list, cancellation).ConfigureAwait(false) is not { } pages)
        {
            return null;
        }

        foreach (var page in Items(pages["items"]).Where(page => Spans(page, version)))
        {
            var whole = page["items"] is not JsonArray && index.Follow(Text(page["@id"])) is { } place ? await Get(place, cancellation).ConfigureAwait(false) : page;
            if (Items(whole?["items"]).Select(item => item["catalogEntry"]).OfType<JsonObject>().FirstOrDefault(entry => IsOf(entry, version)) is { } found)
            {
                return new Listing(found["listed"] is not JsonBoolean { Value: false });
            }
        }

        return null;
    }

    private Task<JsonObject?> Get(Uri place, CancellationToken cancellation) => _known.GetOrAdd(place, _ => Ask(place, cancellation));

    private async Task<JsonObject?> Ask(Uri place, CancellationToken cancellation) =>
        await requests.Get(place, Limit, cancellation).ConfigureAwait(false) is { } bytes ? FeedJson.Read(bytes) : null;

    private static bool Spans(JsonObject page, NuGetVersion version) =>
        !(NuGetVersion.TryParse(Text(page["lower"]), out var lower) && version < lower) && !(NuGetVersion.TryParse(Text(page["upper"]), out var upper) && version > upper);

    private static bool IsOf(JsonObject entry, NuGetVersion version) => NuGetVersion.TryParse(Text(entry["version"]), out var written) && written == version;

    private static string Text(JsonNode? node) => (node as JsonString)?.Value ?? "";

    private static IEnumerable<JsonObject> Items(JsonNode? node) => ((node as JsonArray)?.Items ?? []).OfType<JsonObject>();
}
