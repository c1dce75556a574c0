namespace AiToolPolicy.Files;

/// <summary>Where the product keeps what belongs to no repository, in the user's own data.</summary>
public static class UserFolder
{
    /// <param name="name">What is kept: a folder's name.</param>
    /// <returns>Absolute, whether it is there or not; null where the user has no folder.</returns>
    public static string? For(string name) =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? Path.Combine(data, "ai-tool-policy", name)
            : null;
}
