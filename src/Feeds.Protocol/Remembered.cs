using System.Collections.Concurrent;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Answers that are asked for once; those with problems too, so that a feed that is down costs its time once.</summary>
internal sealed class Remembered<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, Lazy<FeedAnswer<T>>> _answers = new(StringComparer.OrdinalIgnoreCase);

    public FeedAnswer<T> Get(string key, Func<FeedAnswer<T>> ask) => _answers.GetOrAdd(key, _ => new Lazy<FeedAnswer<T>>(ask)).Value;
}
