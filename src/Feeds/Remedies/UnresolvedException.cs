namespace AiToolPolicy.Feeds.Remedies;

/// <summary>A dependency that could not be resolved.</summary>
/// <param name="message">A whole sentence, safe to print.</param>
/// <param name="isFinal">True when the feeds answered, false when they could not be asked.</param>
internal sealed class UnresolvedException(string message, bool isFinal) : Exception(message)
{
    public bool IsFinal => isFinal;
}
