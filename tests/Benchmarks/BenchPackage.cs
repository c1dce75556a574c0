namespace AiToolPolicy.Benchmarks;

/// <summary>The package as packed for a measurement.</summary>
internal static class BenchPackage
{
    public const string Version = "0.0.1-bench";

    /// <summary>Removes what an earlier measurement extracted: NuGet takes a package of the same version from there, whatever has been packed since.</summary>
    public static void Forget()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var extracted = Path.Combine(packages, "aitoolpolicy", Version);
        if (Directory.Exists(extracted))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }
}
