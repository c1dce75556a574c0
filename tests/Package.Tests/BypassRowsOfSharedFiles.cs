using System.Diagnostics;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// The rows of <c>policy/bypasses.md</c> that a shared file tries, in folders that are called like the row, in real builds in which other
/// projects still check.
/// </summary>
public sealed class BypassRowsOfSharedFiles(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    private const string Quiet = "dotnet_diagnostic.AITP1010.severity = none\n";

    private const string Generated = "[*.cs]\ngenerated_code = true\n";

    private static readonly (string Name, string File, string Text, string[] Said)[] Rows =
    [
        ("B04", ".editorconfig", "[*.cs]\n" + Quiet, ["B04/.editorconfig(2,1): warning AITP3004: dotnet_diagnostic.AITP1010.severity is none"]),
        ("B05", ".globalconfig", "is_global = true\n" + Quiet, ["B05/.globalconfig(2,1): warning AITP3004: dotnet_diagnostic.AITP1010.severity is none"]),
        ("B07", ".editorconfig", Generated, ["B07/.editorconfig(2,1): warning AITP3004: generated_code is true for every file"]),
        ("B01", "Directory.Build.props", "<Project>\n<PropertyGroup><NoWarn>AITP1001</NoWarn></PropertyGroup>\n</Project>", ["B01/Directory.Build.props(2,24): warning AITP3004: NoWarn lists AITP1001"]),
        ("B19", "Directory.Build.targets", "<Project>\n<ItemGroup><PackageReference Remove=\"AiToolPolicy\" /></ItemGroup>\n</Project>",
            ["B19/B19.csproj(1,1): warning AITP3004: This project is built without AiToolPolicy", "B19/Directory.Build.targets(2,12): warning AITP3004: PackageReference takes AiToolPolicy out again"]),
        ("B20", "Directory.Build.targets", "<Project>\n<ItemGroup><PackageReference Update=\"AiToolPolicy\" ExcludeAssets=\"all\" /></ItemGroup>\n</Project>", ["B20/Directory.Build.targets(2,12): warning AITP3004: ExcludeAssets of AiToolPolicy leaves out"]),
        ("B21", "Directory.Build.targets", "<Project>\n<Target Name=\"AiToolPolicyCheck\" />\n</Project>", ["B21/Directory.Build.targets(2,1): warning AITP3004: Target 'AiToolPolicyCheck' stands in"]),
        ("B22", "Directory.Build.props", "<Project>\n<UsingTask TaskName=\"CheckProject\" AssemblyFile=\"none.dll\" />\n</Project>", ["B22/Directory.Build.props(2,1): warning AITP3004: UsingTask registers 'CheckProject'"]),
        ("B25", "Directory.Build.props", "<Project>\n<PropertyGroup><ImportProjectExtensionTargets>false</ImportProjectExtensionTargets></PropertyGroup>\n</Project>", ["B25/Directory.Build.props(2,16): warning AITP3004: ImportProjectExtensionTargets is false"]),
        ("B27", "Directory.Packages.props", "<Project />", ["B27/Directory.Packages.props(1,1): warning AITP3004: Directory.Packages.props hides the one above it"]),
    ];

    private static async Task<BuildResult> BuildAllAsync(Repository repository, IEnumerable<string> names, params string[] arguments) =>
        await repository.AddSolution(names.Select(name => $"{name}/{name}.csproj")).BuildAsync(["All.slnx", .. arguments]);

    [Fact]
    public async Task EveryRow_isSaidAtItsLine_howeverTheBuildIsOrdered()
    {
        using var repository = new Repository(package).AddPolicy(Rule, Policy).AddApp("Honest", "net10.0");
        foreach (var (name, file, text, _) in Rows)
        {
            repository.AddApp(name, "net10.0").Add($"{name}/{file}", text);
        }

        var names = Rows.Select(row => row.Name).Append("Honest").ToList();
        var expected = Rows.SelectMany(row => row.Said).ToList();

        var last = await BuildAllAsync(repository, names, "-m:1");
        var first = await BuildAllAsync(repository, names.AsEnumerable().Reverse(), "-m", "--no-restore");
        var graph = await BuildAllAsync(repository, names, "-graph", "--no-restore");

        // The replaced task is not there, so that its project fails; the others say why.
        Assert.All([last, first, graph], build => build.Says(expected));
        await repository.ScanSaysAsync(expected);
    }

    [Fact]
    public async Task NestedFilesThatHideTheOneWithThePackage_areNamed()
    {
        using var repository = new Repository(package).AddPolicy(Rule, Policy).Add("Directory.Packages.props", "<Project />")
            .Add("Directory.Build.props", $"""<Project><ItemGroup><PackageReference Include="AiToolPolicy" Version="{package.Version}" PrivateAssets="all" /></ItemGroup></Project>""")
            .AddApp("Honest", "net10.0").AddApp("B26a", "net10.0").Add("B26a/Directory.Build.props", "<Project />")
            .Add("B26b/Program.cs", "return 0;").Add("B26b/B26b.csproj", """
                <Project>
                  <PropertyGroup><ImportDirectoryBuildProps>false</ImportDirectoryBuildProps></PropertyGroup>
                  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
                </Project>
                """);
        string[] expected =
        [
            "B26a/Directory.Build.props(1,1): warning AITP3004: Directory.Build.props hides the one above it",
            "B26b/B26b.csproj(1,1): warning AITP3004: This project is built without AiToolPolicy",
            "B26b/B26b.csproj(2,18): warning AITP3004: ImportDirectoryBuildProps is false",
        ];

        var build = await BuildAllAsync(repository, ["B26a", "B26b", "Honest"]);

        build.Says(expected);
        Assert.True(build.ExitCode == 0 && build.Compiled("B26a") && build.Compiled("B26b"), build.Output);
        await repository.ScanSaysAsync(expected);
    }

    [Fact]
    public async Task ResponseFile_isSaidAtItsSwitch()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddFeed(package, Attempts.Library("Anthropic", "12.36.0")).AddPolicy(Rule, Policy).AddApp("B28", "net10.0", "Anthropic")
            .Add("Directory.Build.rsp", "# ours\n-p:RunAnalyzers=false\n-noWarn:AITP3004\n");
        string[] switches = ["Directory.Build.rsp(2,1): warning AITP3004: RunAnalyzers is false", "Directory.Build.rsp(3,1): warning AITP3004: -noWarn lists AITP3004"];

        var silenced = await repository.BuildAsync("B28");
        var plain = await repository.BuildAsync("B28", "-noAutoResponse");
        var denied = await repository.AddPolicy(Rule, Policy + " \"locked\": true,").BuildAsync("B28");

        // The switch reaches warnings, whoever gives them; it does not reach errors, and the job that decides takes up no such file.
        Assert.DoesNotContain("AITP3004", silenced.Places, StringComparison.Ordinal);
        Assert.All(switches, line => Assert.Contains(plain.Diagnostics, d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}: {d.Message}".StartsWith(line, StringComparison.Ordinal)));
        Assert.Contains(denied.Diagnostics, d => d is { Path: "Directory.Build.rsp", Line: 3, Severity: "error", Code: "AITP3004" });
        Assert.Contains(denied.Diagnostics, d => d is { Path: "B28/B28.csproj", Severity: "error", Code: "AITP3004" });
        Assert.True(denied.ExitCode == 1 && !denied.Compiled("B28"), denied.Output);
    }

    [Fact]
    public async Task TrackedOutput_isNamed()
    {
        using var repository = new Repository(package).AddPolicy(Rule, Policy).AddApp("B29", "net10.0");
        await repository.RunAsync("restore", "B29");
        Directory.Delete(Path.Combine(repository.Root, ".git"), recursive: true);
        Git(repository, "init", "-q");
        Git(repository, "add", "-f", "B29/obj");
        repository.Add("B29/obj/B29.csproj.nuget.g.targets", "<Project />");
        repository.AddApp("Honest", "net10.0");

        await repository.RunAsync("restore", "Honest");
        var build = await BuildAllAsync(repository, ["B29", "Honest"], "--no-restore");

        build.Says("B29/obj(1,1): warning AITP3004: This folder of build output is tracked");
        Assert.True(build.Compiled("B29"), build.Output);
        await repository.ScanSaysAsync("B29/obj(1,1): warning AITP3004: This folder of build output is tracked");
    }

    private static void Git(Repository repository, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = repository.Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
