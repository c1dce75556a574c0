namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Memory for an answer that may not become larger than announced.</summary>
/// <param name="longest">In bytes.</param>
internal sealed class BoundedBuffer(int longest) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Guard(count);
        base.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Guard(count);
        return base.WriteAsync(buffer, offset, count, cancellationToken);
    }

    public override void WriteByte(byte value)
    {
        Guard(1);
        base.WriteByte(value);
    }

    private void Guard(int count)
    {
        if (Length + count > longest)
        {
            throw new FeedFailure($"answered with more than {longest / (1024 * 1024)} MiB");
        }
    }
}
