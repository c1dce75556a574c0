using System.Net.Sockets;
using System.Text;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>One way in which a feed fails.</summary>
public abstract record Fault
{
    public abstract Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation);

    public static Fault Status(int code) => new StatusFault(code);

    /// <summary>Takes the request and says nothing.</summary>
    public static Fault Silence { get; } = new SilenceFault();

    /// <summary>One byte a second.</summary>
    public static Fault Drip { get; } = new DripFault();

    public static Fault Endless { get; } = new EndlessFault();

    public static Fault RedirectToItself(string path) => new RedirectFault(path);

    public static Fault Html { get; } = new BodyFault(_ => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Please sign in</body></html>"));

    public static Fault Replace(Func<byte[]?, byte[]> body) => new BodyFault(body);

    /// <summary>Announces the whole and closes the connection half-way.</summary>
    public static Fault BreakOff { get; } = new BreakOffFault();

    internal static async Task WriteAsync(NetworkStream stream, string status, byte[] body, CancellationToken cancellation, params string[] headers)
    {
        var head = string.Concat(headers.Select(header => header + "\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{head}\r\n"), cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    private sealed record StatusFault(int Code) : Fault
    {
        public override Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation) => WriteAsync(stream, $"{Code} Fault", [], cancellation);
    }

    private sealed record SilenceFault : Fault
    {
        public override Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);
    }

    private sealed record DripFault : Fault
    {
        public override async Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation)
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), cancellation);
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync(" "u8.ToArray(), cancellation);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private sealed record EndlessFault : Fault
    {
        public override async Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation)
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 1024; i++)
            {
                await stream.WriteAsync(blanks, cancellation);
            }
        }
    }

    private sealed record RedirectFault(string Path) : Fault
    {
        public override Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation) => WriteAsync(stream, "302 Found", [], cancellation, $"Location: {Path}");
    }

    private sealed record BodyFault(Func<byte[]?, byte[]> Body) : Fault
    {
        public override Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation) => WriteAsync(stream, "200 OK", Body(body), cancellation);
    }

    private sealed record BreakOffFault : Fault
    {
        public override async Task AnswerAsync(NetworkStream stream, byte[]? body, CancellationToken cancellation)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body!.Length}\r\nConnection: close\r\n\r\n"), cancellation);
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2), cancellation);
        }
    }
}
