using System.Collections;

namespace AiToolPolicy.Files;

/// <summary>The environment variables of this process, by name alone.</summary>
public static class ProcessVariables
{
    /// <summary>Those that are not empty; their values are looked at for nothing else.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => variable is { Key: string, Value: string { Length: > 0 } })
            .Select(variable => (string)variable.Key),
    ];
}
