using System.Globalization;
using System.IO.Compression;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A package that no catalog knows and whose own manifest says what it is.</summary>
public sealed class SelfDeclaredPackage(PackedPackage package) : IDisposable
{
    private readonly DirectoryInfo _feed = Directory.CreateTempSubdirectory("aitp-feed-");
    private readonly List<string> _ids = [];

    [Fact]
    public async Task DirectAndBehindAnother_isSaidAtTheReferenceInEveryBuild_andByTheTool()
    {
        var notes = Pack("Notes", "<tags>notes llm</tags>");
        var web = Pack("Web", "<tags>web ai</tags>", notes);
        using var repository = NewRepository("warn", notes, web).AddApp("A", "net10.0;net9.0", notes).AddApp("B", "net10.0", web)
            .Add("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""");

        var first = await repository.BuildAsync("All.slnx");
        var second = await repository.BuildAsync("All.slnx");
        var scan = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "scan", repository.Root);

        Assert.Equal("A/A.csproj(4,5): warning AITP1020\nB/B.csproj(4,5): warning AITP1020", first.Places);
        Assert.Contains($"Package '{notes}' (tag 'llm') 1.0.0, direct reference · says that it is an AI tool, but is in no catalog", first.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains($"transitive: {web} 1.0.0 → {notes} 1.0.0", first.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Equal(first.Places, second.Places);
        Assert.Contains($"A/A.csproj(4,5): warning AITP1020: Package '{notes}' (tag 'llm') 1.0.0, direct reference", scan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_stopsTheBuild_andIgnoredSaysNothing()
    {
        var notes = Pack("Notes", "<packageTypes><packageType name=\"Dependency\" /></packageTypes><tags>mcp-server</tags>");
        using var repository = NewRepository("deny", notes).AddApp("A", "net10.0", notes);

        var denied = await repository.BuildAsync("A");
        repository.AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny" }""", """ "unknown": "ignore",""");
        var ignored = await repository.BuildAsync("A");

        Assert.Equal("A/A.csproj(4,5): error AITP1020", denied.Places);
        Assert.False(denied.Compiled("A"), denied.Output);
        Assert.Equal("", ignored.Places);
        Assert.True(ignored.Compiled("A"), ignored.Output);
    }

    public void Dispose()
    {
        _feed.Delete(recursive: true);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var extracted in _ids.Select(id => Path.Combine(packages, id.ToLower(CultureInfo.InvariantCulture))).Where(Directory.Exists))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }

    private Repository NewRepository(string unknown, params string[] ids) =>
        new Repository(package, [.. ids.Select(id => $"{id}/1.0.0")])
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny" }""", $""" "unknown": "{unknown}",""")
            .Add("nuget.config", $"""
                <configuration>
                  <packageSources>
                    <add key="packed" value="{package.Feed}" />
                    <add key="here" value="{_feed.FullName}" />
                  </packageSources>
                </configuration>
                """);

    private string Pack(string name, string metadata, string? dependency = null)
    {
        var id = $"Contoso.{name}.X{Guid.NewGuid():N}";
        _ids.Add(id);
        using var archive = ZipFile.Open(Path.Combine(_feed.FullName, $"{id}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using var writer = new StreamWriter(archive.CreateEntry($"{id}.nuspec").Open());
        var dependencies = dependency is null ? "" : $"<dependencies><group targetFramework=\"netstandard2.0\"><dependency id=\"{dependency}\" version=\"1.0.0\" /></group></dependencies>";
        writer.Write($"<package><metadata><id>{id}</id><version>1.0.0</version><authors>Contoso</authors><description>{name}.</description>{metadata}{dependencies}</metadata></package>");
        return id;
    }
}
