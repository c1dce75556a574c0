namespace AiToolPolicy.Feeds.Protocol;

/// <summary>How many requests over the network may still be made.</summary>
internal sealed class RequestBudget(int most)
{
    private int _taken;

    /// <exception cref="FeedFailure">None is left.</exception>
    public void Take()
    {
        if (Interlocked.Increment(ref _taken) > most)
        {
            throw new FeedFailure($"was not asked: the limit of {most} requests is reached");
        }
    }
}
