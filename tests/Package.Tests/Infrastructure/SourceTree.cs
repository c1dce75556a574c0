namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>The checkout these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Analyzers.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("Analyzers.sln is at no folder above the tests.");
    }
}
