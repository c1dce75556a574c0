using System.Net;
using NuGet.Common;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Requests to one feed, with the client's proxies and credentials and with limits of our own.</summary>
internal sealed class HttpRequests(SourceRepository repository, FeedLimits limits, RequestBudget budget)
{
    /// <returns>The whole body, or null when the feed says that there is no such thing.</returns>
    /// <exception cref="FeedFailure">The answer is no success, or larger than <paramref name="longest"/> bytes.</exception>
    public async Task<byte[]?> Get(Uri address, int longest, CancellationToken cancellation)
    {
        budget.Take();
        var resource = await repository.GetResourceAsync<HttpSourceResource>(cancellation).ConfigureAwait(false);
        var request = new HttpSourceRequest(address, NullLogger.Instance)
        {
            IgnoreNotFounds = true,
            MaxTries = limits.Tries,
            RequestTimeout = limits.TimeOut,
            DownloadTimeout = limits.TimeOut,
        };
        using var context = new SourceCacheContext();
        return await resource.HttpSource.ProcessResponseAsync(
            request,
            async response =>
            {
                if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
                {
                    return null;
                }

                if (!response.IsSuccessStatusCode)
                {
                    throw new FeedFailure(Refusal((int)response.StatusCode));
                }

                using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
                using var buffer = new BoundedBuffer(longest);
                await body.CopyToAsync(buffer, 81920, cancellation).ConfigureAwait(false);
                return IsWhole(buffer.Length, response.Content.Headers) ? buffer.ToArray() : throw new FeedFailure("ended its answer before the end");
            },
            context,
            NullLogger.Instance,
            cancellation).ConfigureAwait(false);
    }

    private static bool IsWhole(long length, System.Net.Http.Headers.HttpContentHeaders headers) =>
        headers.ContentEncoding.Count > 0 || headers.ContentLength is not { } announced || announced == length;

    private static string Refusal(int status) => status switch
    {
        401 => "wants credentials, or refused those it was given (401)",
        403 => "refused access (403)",
        407 => "stands behind a proxy that wants credentials (407)",
        429 => "asks for fewer requests (429)",
        >= 300 and < 400 => $"leads from one address to the next without an end ({status})",
        >= 500 => $"failed ({status})",
        _ => $"refused the request ({status})",
    };
}
