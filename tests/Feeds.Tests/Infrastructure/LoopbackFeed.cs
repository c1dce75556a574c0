using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>
/// A feed of version 3 on this machine, which can be told to misbehave. It answers one request a connection, in as many lines of HTTP as NuGet's
/// client needs: a server that knows less than a real one can break the protocol where a real one would not.
/// </summary>
public sealed class LoopbackFeed : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<(string Id, string Version), byte[]> _packages = new();

    public LoopbackFeed()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v3/index.json";

    /// <summary>What goes wrong with a request, by its path; null: nothing.</summary>
    public Func<string, Fault?> Misbehave { get; set; } = _ => null;

    /// <summary>Name and password that every request must bring; null: none.</summary>
    public string? Credentials { get; set; }

    /// <summary>Versions that their owner has withdrawn, as id/version in lower case.</summary>
    public HashSet<string> Unlisted { get; } = [];

    /// <summary>Whether what is known of versions stands on pages of their own, as it does where there are many.</summary>
    public bool HasPages { get; set; }

    /// <summary>Paths, in the order in which they were asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public LoopbackFeed Add(params TestPackage[] packages)
    {
        foreach (var package in packages)
        {
            Add(package.Id, package.Version, package.Bytes);
        }

        return this;
    }

    public void Add(string id, string version, byte[] bytes) => _packages[(id.ToLowerInvariant(), version.ToLowerInvariant())] = bytes;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private string Root => Address[..^"v3/index.json".Length];

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => ServeAsync(client), _end.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                if (await HttpRequest.ReadAsync(stream, _end.Token) is { } request)
                {
                    Requests.Enqueue(request.Path);
                    await AnswerAsync(stream, request);
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side has gone, or the test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, HttpRequest request)
    {
        if (Misbehave(request.Path) is { } fault)
        {
            await fault.AnswerAsync(stream, Body(request), _end.Token);
        }
        else if (Credentials is not null && request.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials)))
        {
            await Fault.WriteAsync(stream, "401 Unauthorized", [], _end.Token, "WWW-Authenticate: Basic realm=\"feed\"");
        }
        else if (request.Method == "PUT")
        {
            Push(request.Body);
            await Fault.WriteAsync(stream, "201 Created", [], _end.Token);
        }
        else
        {
            var body = Body(request);
            await Fault.WriteAsync(stream, body is null ? "404 Not Found" : "200 OK", body ?? [], _end.Token);
        }
    }

    private byte[]? Body(HttpRequest request)
    {
        var parts = request.Path.Split('?')[0].Trim('/').Split('/');
        return parts switch
        {
            ["v3", "index.json"] => Json(new Dictionary<string, object>
            {
                ["version"] = "3.0.0",
                ["resources"] = new[] { Resource("flat/", "PackageBaseAddress/3.0.0"), Resource("registration/", "RegistrationsBaseUrl/3.6.0"), Resource("push", "PackagePublish/2.0.0") },
            }),
            ["flat", var id, "index.json"] when Versions(id) is { Length: > 0 } versions => Json(new { versions }),
            ["flat", var id, var version, var file] when _packages.TryGetValue((id, version), out var bytes) => file.EndsWith(".nuspec", StringComparison.Ordinal) ? Manifest(bytes) : bytes,
            ["registration", var id, "index.json"] when Versions(id).Length > 0 => Json(new { items = Pages(id, HasPages) }),
            ["registration", var id, "page", var number] when Versions(id).Length > 0 => Json(Pages(id, false)[int.Parse(number, CultureInfo.InvariantCulture)]),
            _ => null,
        };
    }

    // Two versions a page, lowest first.
    private object[] Pages(string id, bool areApart) =>
    [
        .. Versions(id).OrderBy(version => Version.Parse(version.Split('-')[0])).ThenBy(version => !version.Contains('-')).Chunk(2).Select((versions, number) => new Dictionary<string, object?>
        {
            ["@id"] = $"{Root}registration/{id}/page/{number}",
            ["lower"] = versions[0],
            ["upper"] = versions[^1],
            ["items"] = areApart ? null : versions.Select(version => new { catalogEntry = new { version, listed = !Unlisted.Contains($"{id}/{version}") } }),
        }),
    ];

    private Dictionary<string, string> Resource(string path, string type) => new() { ["@id"] = Root + path, ["@type"] = type };

    private string[] Versions(string id) => [.. _packages.Keys.Where(key => key.Id == id).Select(key => key.Version).Order(StringComparer.Ordinal)];

    // A push is a form of one file.
    private void Push(byte[] form)
    {
        var start = form.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var package = form[start..form.AsSpan().LastIndexOf("\r\n--"u8)];
        var manifest = Encoding.UTF8.GetString(Manifest(package)!);
        Add(Between(manifest, "<id>", "</id>"), Between(manifest, "<version>", "</version>"), package);
    }

    private static string Between(string text, string before, string after) => text.Split(before, 2)[1].Split(after, 2)[0];

    private static byte[]? Manifest(byte[] package)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(package));
        using var stream = zip.Entries.First(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);
}

/// <summary>One request, as much of it as a feed needs.</summary>
internal sealed record HttpRequest(string Method, string Path, string? Authorization, byte[] Body)
{
    public static async Task<HttpRequest?> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, cancellation) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        string? Header(string name) => lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
        if (Header("Expect") is not null)
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellation);
        }

        var body = Header("Content-Length") is { } length ? await ExactlyAsync(stream, int.Parse(length, CultureInfo.InvariantCulture), cancellation)
            : Header("Transfer-Encoding") is "chunked" ? await ChunkedAsync(stream, cancellation) : [];
        var first = lines[0].Split(' ');
        return new HttpRequest(first[0], first[1], Header("Authorization"), body);
    }

    private static async Task<byte[]> ExactlyAsync(NetworkStream stream, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static async Task<byte[]> ChunkedAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var body = new List<byte>();
        while (true)
        {
            var length = int.Parse(await LineAsync(stream, cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.AddRange(await ExactlyAsync(stream, length, cancellation));
            await LineAsync(stream, cancellation);
            if (length == 0)
            {
                return [.. body];
            }
        }
    }

    private static async Task<string> LineAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (line.Count == 0 || line[^1] != '\n')
        {
            line.AddRange(await ExactlyAsync(stream, 1, cancellation));
        }

        return Encoding.ASCII.GetString([.. line]).Trim();
    }
}
