using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Each checked project leaves a record in its intermediate folder, and only as long as it is true.</summary>
public sealed class ProofOfCheck(PackedPackage package)
{
    private const string Warn = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    [Fact]
    public async Task EveryLanguageAndFramework_leavesARecord()
    {
        using var repository = Languages();

        var build = await repository.BuildAsync("All.slnx");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(
            """
            cs/A/obj/Debug/net10.0/A.csproj.ai-tool-policy.proof.json: cs/A/A.csproj net10.0 Contoso 1 warning 1 pass
            cs/A/obj/Debug/net9.0/A.csproj.ai-tool-policy.proof.json: cs/A/A.csproj net9.0 Contoso 1 warning 1 pass
            fs/F/obj/Debug/net10.0/F.fsproj.ai-tool-policy.proof.json: fs/F/F.fsproj net10.0 Contoso 1 warning 0 pass
            vb/V/obj/Debug/net10.0/V.vbproj.ai-tool-policy.proof.json: vb/V/V.vbproj net10.0 Contoso 1 warning 0 pass
            """,
            Records(repository));
    }

    [Fact]
    public async Task RecordIsLeftAloneWhileItIsTrue_andChangesWithThePolicy()
    {
        using var repository = new Repository(package).AddPolicy(Warn).AddApp("App", "net10.0");
        await repository.BuildAsync("App");
        var file = Directory.GetFiles(repository.Root, "*.proof.json", SearchOption.AllDirectories).Single();
        var compiled = Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll");
        var (first, written) = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), (File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(compiled)));

        await repository.BuildAsync("App");
        Assert.Equal(written, (File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(compiled)));

        repository.AddPolicy(Warn, "\n");
        await repository.BuildAsync("App");
        Assert.NotEqual(first, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RecordOfADeniedProject_saysSo()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Warn.Replace("warn", "deny", StringComparison.Ordinal)).AddApp("App", "net10.0", "Anthropic");

        var build = await repository.BuildAsync("App");

        Assert.Equal(1, build.ExitCode);
        Assert.EndsWith("App/App.csproj net10.0 Contoso 1 warning 0 violation", Records(repository), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CleanAndSwitchingOff_takeTheRecordAway()
    {
        using var repository = new Repository(package).AddPolicy(Warn).AddApp("App", "net10.0");
        await repository.BuildAsync("App");
        Assert.NotEmpty(Records(repository));

        await repository.BuildAsync("App", "-p:AiToolPolicyEnabled=false");
        Assert.Empty(Records(repository));

        await repository.BuildAsync("App");
        Assert.NotEmpty(Records(repository));
        await repository.RunAsync("clean", "App");
        Assert.Empty(Records(repository));
    }

    private Repository Languages() => new Repository(package, "Anthropic/12.36.0").AddPolicy(Warn)
        .AddApp("cs/A", "net10.0;net9.0", "Anthropic")
        .Add("vb/V/V.vbproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
        .Add("vb/V/Class1.vb", "Public Class Class1\nEnd Class\n")
        .Add("fs/F/F.fsproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><Compile Include="A.fs" /><PackageReference Include="AiToolPolicy" Version="VERSION" PrivateAssets="all" /></ItemGroup></Project>""".Replace("VERSION", package.Version, StringComparison.Ordinal))
        .Add("fs/F/A.fs", "module A\nlet one = 1\n")
        .Add("All.slnx", """<Solution><Project Path="cs/A/A.csproj" /><Project Path="vb/V/V.vbproj" /><Project Path="fs/F/F.fsproj" /></Solution>""");

    private static string Records(Repository repository) => string.Join('\n', Directory.GetFiles(repository.Root, "*.ai-tool-policy.proof.json", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(repository.Root, file).Replace('\\', '/')}: {Line(file)}").Order(StringComparer.Ordinal));

    private static string Line(string file)
    {
        using var record = JsonDocument.Parse(File.ReadAllText(file));
        var root = record.RootElement;
        var policy = root.GetProperty("policy");
        return $"{root.GetProperty("project")} {root.GetProperty("framework")} {policy.GetProperty("name")} {policy.GetProperty("version")} warning {root.GetProperty("counts").GetProperty("warning")} {root.GetProperty("result")}";
    }
}
