using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// The rows of <c>policy/bypasses.md</c> that hide a dependency in a project file, each in a project that is called like the row, all in one
/// real build with packages made for it.
/// </summary>
public sealed class BypassRowsOfPackages(PackedPackage package)
{
    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    // With a Cyrillic letter.
    private const string LookAlike = "Anthro\u0440ic";

    private static readonly Attempt[] Rows =
    [
        new("Honest", ""),
        new("B36a", Include("A%6Ethropic"), "(3,12) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B36b", Include("A&#110;thropic"), "(3,12) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B36c", "<PropertyGroup><First>Anthr</First></PropertyGroup>\n" + Include("$(First)opic"), "(4,12) AITP1001: Package 'Anthropic' 12.36.0"),
        Computed("B36d", "$([MSBuild]::ConvertFromBase64('QW50aHJvcGlj'))"),
        Computed("B36e", "$([System.String]::new('AnthrXpic').Replace('X', 'o'))"),
        Computed("B36f", "$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)id.txt').Trim())"),
        Computed("B36g", "$(ID_OF_THE_ENVIRONMENT)"),
        new("B37a", $"<Target Name=\"Add\" BeforeTargets=\"CollectPackageReferences\">{Include("Anthropic")}</Target>", "(3,72) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B37b", """<Target Name="Add" BeforeTargets="CollectPackageReferences"><CreateItem Include="Anthropic"><Output TaskParameter="Include" ItemName="PackageReference" /></CreateItem></Target>""")
        {
            SaidByBuild = ["(1,1) AITP1001: Package 'Anthropic' 12.36.0"],
        },
        new("B38a", "<ItemGroup Condition=\"'$(Configuration)' == 'Release'\"><PackageReference Include=\"Anthropic\" /></ItemGroup>", "(3,56) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B38b", "<ItemGroup><PackageReference Include=\"Anthropic\" Condition=\"$([MSBuild]::IsOSPlatform('None'))\" /></ItemGroup>", "(3,12) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B39", Include(" aNTHROPIC "), "(3,12) AITP1001: Package 'aNTHROPIC' 12.36.0"),
        new("B40", $"<ItemGroup><PackageReference Include=\"{LookAlike}\" VersionOverride=\"12.36.0\" /></ItemGroup>", $"(3,12) AITP3004: Package id '{LookAlike}' holds letters outside ASCII"),
        new("B41", Include("Wrapper")) { SaidByBuild = ["(3,12) AITP1001: Package 'Anthropic' 12.36.0"] },
        new("B42", "<ItemGroup><PackageDownload Include=\"Anthropic\" Version=\"[12.36.0]\" /></ItemGroup>", "(3,12) AITP1001: Package 'Anthropic' [12.36.0], download"),
        new("B43a", "", "(1,15) AITP1001: MSBuild SDK 'Anthropic.Foundry' 1.0.0") { Sdk = "Microsoft.NET.Sdk;Anthropic.Foundry/1.0.0" },
        new("B43b", "<Sdk Name=\"Anthropic.Foundry\" Version=\"1.0.0\" />", "(3,1) AITP1001: MSBuild SDK 'Anthropic.Foundry' 1.0.0"),
        new("B43c", "<Import Project=\"Sdk.props\" Sdk=\"Anthropic.Foundry\" />", "(3,1) AITP1001: MSBuild SDK 'Anthropic.Foundry'"),
        new("B47a", "<PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup>\n" + Include("Anthropic"), "(4,12) AITP1001: Package 'Anthropic' 12.36.0"),
        new("B47b", ""),
        new("B48", "<ItemGroup><PackageReference Include=\"Anthropic\" IncludeAssets=\"analyzers\" PrivateAssets=\"all\" /></ItemGroup>", "(3,12) AITP1001: Package 'Anthropic' 12.36.0"),
    ];

    // Of no project, or beside one.
    private static readonly string[] Files =
    [
        "B47b/packages.config(2,3): warning AITP1001: Package 'Anthropic' 12.36.0",
        "Directory.Packages.props(4,5): warning AITP1001: Package 'Anthropic' 12.36.0",
        "global.json(1,21): warning AITP1001: MSBuild SDK 'Anthropic.Foundry' 1.0.0",
    ];

    private static string Include(string id) => $"<ItemGroup><PackageReference Include=\"{id}\" /></ItemGroup>";

    private static Attempt Computed(string name, string id) => new(name, Include(id)) { SaidByBuild = ["(3,12) AITP1001: Package 'Anthropic' 12.36.0"] };

    private Repository NewRepository(string action)
    {
        var wrapper = new TestPackage("Wrapper", "1.0.0").DependsOn("Anthropic", "12.36.0");
        var repository = new Repository(package, "Anthropic/12.36.0", "Wrapper/1.0.0")
            .AddFeed(package, Attempts.Library("Anthropic", "12.36.0"), Attempts.Library(LookAlike, "12.36.0"), (wrapper.FileName, wrapper.Bytes), Attempts.Sdk("Anthropic.Foundry"))
            .AddPolicy($$"""{ "id": "r", "tools": ["vendor:anthropic"], "action": "{{action}}", "surfaces": ["package"] }""", Policy)
            .Add(Rows).AddSolution(Rows.Select(row => row.Project))
            .Add("B36f/id.txt", "Anthropic").Add("B47b/packages.config", "<packages>\n  <package id=\"Anthropic\" version=\"12.36.0\" />\n</packages>")
            .Add("global.json", """{ "msbuild-sdks": { "Anthropic.Foundry": "1.0.0" } }""");
        repository.Variables.Add(("ID_OF_THE_ENVIRONMENT", "Anthropic"));
        return repository;
    }

    [Fact]
    public async Task EveryRow_isSaidAtItsReference_alsoUnderAnotherCulture()
    {
        using var repository = NewRepository("warn");
        List<string> expected = [.. Files, .. Rows.SelectMany(row => row.Lines("warning", inBuild: true))];

        var first = await repository.BuildAsync("All.slnx", "-m:1");
        repository.Variables.Add(("LC_ALL", "tr_TR.UTF-8"));
        var turkish = await repository.BuildAsync("All.slnx", "--no-restore", "-m");
        var graph = await repository.BuildAsync("All.slnx", "--no-restore", "-graph");

        Assert.All([first, turkish, graph], build => build.Says(expected));
        Assert.All([first, turkish, graph], build => Assert.True(build.ExitCode == 0, build.Output));
        await repository.ScanSaysAsync([.. Files, .. Rows.SelectMany(row => row.Lines("warning", inBuild: false))]);
    }

    [Fact]
    public async Task Denied_compilesNothing()
    {
        using var repository = NewRepository("deny");

        var build = await repository.BuildAsync("All.slnx", "-m");

        build.Says([.. Files.Concat(Rows.SelectMany(row => row.Lines("warning", inBuild: true))).Select(line => line.Replace(": warning AITP1", ": error AITP1", StringComparison.Ordinal))]);
        Assert.True(build.ExitCode == 1 && !Array.Exists(Rows, row => build.Compiled(row.Name)), build.Output);
    }
}
