using System.Globalization;

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>An organisation's policy as a package of a name of its own, packed by the tool.</summary>
internal sealed class PolicyPackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aitp-policy-");

    public string Id { get; } = $"Contoso.AiToolPolicy.{Guid.NewGuid():N}";

    /// <summary>A folder feed of all versions.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The folder of fetched packages for the repositories of the test.</summary>
    public string Cache => Path.Combine(Folder, "cache");

    /// <summary>Packs a version that denies a package from a day on.</summary>
    /// <returns>The package file.</returns>
    public async Task<string> PackAsync(string version, string effective)
    {
        var policy = Path.Combine(Folder, "policy.json");
        await File.WriteAllTextAsync(policy, $$"""
            {
              "name": "Contoso", "version": "{{version}}",
              "rules": [ { "id": "restricted", "tools": ["vendor:anthropic"], "action": "deny", "effective": "{{effective}}" } ]
            }
            """);
        using var alone = await SourceTree.BuildAloneAsync();
        var packed = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "pack", policy, "--id", Id, "--output", Folder);
        var file = Path.Combine(Folder, $"{Id}.{version}.nupkg");
        Assert.True(packed.ExitCode == 0 && File.Exists(file), packed.Output);
        return file;
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (Path.Combine(packages, Id.ToLower(CultureInfo.InvariantCulture)) is var extracted && Directory.Exists(extracted))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }
}
