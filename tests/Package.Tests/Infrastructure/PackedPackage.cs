using System.Globalization;
using AiToolPolicy.Package.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>Packs the package once for all tests, under a version of its own, into a folder feed.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _feed = Directory.CreateTempSubdirectory("aitp-feed-");

    public string Feed => _feed.FullName;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.{Environment.ProcessId}";

    public string PackageFile => Path.Combine(Feed, $"AiToolPolicy.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        using var alone = await SourceTree.BuildAloneAsync();
        var packed = await DotNet.RunAsync(SourceTree.Root, "pack", "src/Package", "-c", "Release", "-o", Feed, $"-p:Version={Version}");
        Assert.True(packed.ExitCode == 0 && File.Exists(PackageFile), packed.Output);
    }

    public ValueTask DisposeAsync()
    {
        _feed.Delete(recursive: true);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var extracted = Path.Combine(packages, "aitoolpolicy", Version);
        if (Directory.Exists(extracted))
        {
            Directory.Delete(extracted, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
