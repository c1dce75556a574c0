using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>What a build leaves to the next, so that this need not look again: it must notice whatever could change a result.</summary>
public sealed class UnchangedProject(PackedPackage package)
{
    private const string Denied = """{ "id": "no-anthropic", "tools": ["vendor:anthropic"], "action": "deny" }""";

    private static readonly string Ordinary = typeof(UnchangedProject).Assembly.Location;

    private Repository NewRepository()
    {
        var repository = new Repository(package).AddPolicy(Denied).Add("App/Program.cs", "return 0;").Add("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <Reference Include="Helper" HintPath="..\lib\Helper.dll" />
              </ItemGroup>
            </Project>
            """);
        Directory.CreateDirectory(Path.Combine(repository.Root, "lib"));
        File.Copy(Ordinary, Path.Combine(repository.Root, "lib", "Helper.dll"));
        return repository;
    }

    private static string[] Notes(Repository repository) =>
        [.. Directory.GetFiles(Path.Combine(repository.Root, "App", "obj"), "*.ai-tool-policy*.note", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task IsNotReadAgain_andItsRecordIsInEveryLog()
    {
        using var repository = NewRepository();
        var first = await repository.BuildAsync("App");
        var log = Path.Combine(repository.Root, "second.log");
        var second = await repository.BuildAsync("App", $"-flp:Verbosity=diagnostic;LogFile={log}");
        var read = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Output + second.Output);
        Assert.Equal(["App.csproj.ai-tool-policy.note", "App.csproj.ai-tool-policy.references.note"], Notes(repository));
        Assert.Contains("Task \"RecallReferences\"", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"CheckReferences\"", read, StringComparison.Ordinal);
        Assert.Contains("AiToolPolicy proof of check", read, StringComparison.Ordinal);
        Assert.Contains("\"project\": \"App/App.csproj\"", read, StringComparison.Ordinal);

        await repository.RunAsync("clean", "App");
        Assert.Empty(Notes(repository));
    }

    [Fact]
    public async Task IsLookedAtAgain_whenAnythingChangesThatDecides()
    {
        using var repository = NewRepository();
        var quiet = await repository.BuildAsync("App");
        Assert.True(quiet.ExitCode == 0 && quiet.Diagnostics.Count == 0, quiet.Output);

        repository.Add("App/.globalconfig", "is_global = true\ndotnet_diagnostic.AITP1009.severity = none\n");
        var configured = await repository.BuildAsync("App");
        Assert.Equal("App/.globalconfig(2,1): warning AITP3004", configured.Places);
        File.Delete(Path.Combine(repository.Root, "App/.globalconfig"));

        var project = Path.Combine(repository.Root, "App/App.csproj");
        var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
        repository.Add("App/App.csproj", text.Replace("<Reference ", "<PackageDownload Include=\"Anthropic\" Version=\"[12.36.0]\" /><Reference ", StringComparison.Ordinal));
        var referenced = await repository.BuildAsync("App");
        Assert.Equal("App/App.csproj(4,5): error AITP1001", referenced.Places);

        repository.Add("App/App.csproj", text);
        Assert.Equal("", (await repository.BuildAsync("App")).Places);
        var switchedOff = await repository.BuildAsync("App", "-p:RunAnalyzers=false");
        Assert.Equal("App/App.csproj(1,1): warning AITP3004", switchedOff.Places);
    }

    [Fact]
    public async Task SaysAgain_whatItWasFoundToUse()
    {
        using var repository = new Repository(package)
            .AddPolicy("""{ "id": "no-openai", "tools": ["openai-api"], "action": "deny", "effective": "2999-01-01" }""")
            .Add("App/Program.cs", "return 0;")
            .Add("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="OpenAI" VersionOverride="2.15.0" />
                    <PackageReference Include="Anthropic" VersionOverride="12.36.0" />
                  </ItemGroup>
                </Project>
                """);
        const string Warning = "App/App.csproj(4,5): warning AITP1001";
        var first = await repository.BuildAsync("App", LogTo("first"));
        Assert.True(first.ExitCode == 0, first.Output);
        var second = await repository.BuildAsync("App", LogTo("second"));
        var note = Directory.GetFiles(Path.Combine(repository.Root, "App", "obj"), "App.csproj.ai-tool-policy.note", SearchOption.AllDirectories).Single();
        Assert.Equal((Warning, Warning), (first.Places, second.Places));
        Assert.Equal((1, 1), (Notices("first"), Notices("second")));

        // A note that is no longer readable is no note.
        var text = await File.ReadAllTextAsync(note, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(note, text.Replace("findings\n", "findings\n!", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(Warning, (await repository.BuildAsync("App")).Places);

        repository.AddPolicy("""{ "id": "no-openai", "tools": ["openai-api"], "action": "allow" }""");
        Assert.Equal(("", ""), ((await repository.BuildAsync("App", LogTo("third"))).Places, (await repository.BuildAsync("App", LogTo("fourth"))).Places));
        Assert.Equal((1, 1), (Notices("third"), Notices("fourth")));

        repository.AddPolicy("""{ "id": "no-openai", "tools": ["openai-api"], "action": "deny" }""");
        Assert.Equal("App/App.csproj(4,5): error AITP1001", (await repository.BuildAsync("App")).Places);

        string LogTo(string name) => $"-flp:Verbosity=normal;LogFile={Path.Combine(repository.Root, name)}.log";

        int Notices(string name) => File.ReadAllText(Path.Combine(repository.Root, $"{name}.log")).Split("message AITP1001: Package 'Anthropic' 12.36.0").Length - 1;
    }
}
