namespace AiToolPolicy.Tool;

/// <summary>Something the caller can put right: a folder that is not there, a report that cannot be written.</summary>
internal sealed class UsageException(string message) : Exception(message);
