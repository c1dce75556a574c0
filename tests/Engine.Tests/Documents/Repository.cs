namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>The files of this repository as they stand on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <param name="path">Relative to the root, with forward slashes.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The names of the files directly in a folder that end as given, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string folder, string ending) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    private static string FindRoot(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Analyzers.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No folder at or above {folder} holds Analyzers.sln.");
    }
}
