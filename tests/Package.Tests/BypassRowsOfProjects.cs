using System.IO.Compression;
using System.Text.RegularExpressions;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// The rows of <c>policy/bypasses.md</c> that a project file tries, each in a project that is called like the row, all in one real build and in
/// one scan: what is said of each, at which line, and nothing else.
/// </summary>
public sealed partial class BypassRowsOfProjects(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn", "paths": ["B*/**"] }""";

    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    private const string Uses = "<ItemGroup><PackageReference Include=\"Anthropic\" /></ItemGroup>\n";

    private const string Used = "(3,12) AITP1001: Package 'Anthropic' 12.36.0";

    private const string Without = "(1,1) AITP3004: This project is built without AiToolPolicy";

    // With the package in its own way, as the repository's is the same for all.
    private string Own(string metadata) => $"""
        <PropertyGroup><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>
        <ItemGroup><PackageReference Include="AiToolPolicy" Version="{package.Version}" {metadata} /></ItemGroup>
        """;

    private Attempt[] Rows =>
    [
        new("Honest", ""),
        new("B01", Uses + "<PropertyGroup><NoWarn>$(NoWarn);AITP1001</NoWarn></PropertyGroup>", Used, "(4,34) AITP3004: NoWarn lists AITP1001"),
        new("B02a", Uses + "<PropertyGroup><MSBuildWarningsAsMessages>AITP1001</MSBuildWarningsAsMessages></PropertyGroup>", Used, "(4,43) AITP3004: MSBuildWarningsAsMessages lists AITP1001"),
        new("B02b", Uses + "<PropertyGroup><WarningsNotAsErrors>AITP1001</WarningsNotAsErrors></PropertyGroup>", Used, "(4,37) AITP3004: WarningsNotAsErrors lists AITP1001"),
        new("B03", "<PropertyGroup><WarningLevel>0</WarningLevel></PropertyGroup>", "(3,16) AITP3004: WarningLevel is 0"),
        new("B11a", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>", "(3,16) AITP3004: RunAnalyzers is false"),
        new("B11b", "<PropertyGroup><RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild></PropertyGroup>", "(3,16) AITP3004: RunAnalyzersDuringBuild is false"),
        new("B12", "<PropertyGroup><IsImplicitlyTriggeredBuild>true</IsImplicitlyTriggeredBuild></PropertyGroup>", "(3,16) AITP3004: IsImplicitlyTriggeredBuild is true"),
        new("B13", "", "(1,56) AITP3004: TreatAsLocalProperty names RunAnalyzers") { Attributes = " TreatAsLocalProperty=\"RunAnalyzers\"" },
        new("B16a", "<PropertyGroup><CscToolPath>$(RoslynTargetsPath)/bincore</CscToolPath></PropertyGroup>", "(3,16) AITP3004: CscToolPath is set"),
        new("B16b", """
            <PropertyGroup><SkipCompilerExecution>true</SkipCompilerExecution><ProduceReferenceAssembly>false</ProduceReferenceAssembly></PropertyGroup>
            <Target Name="Bring" AfterTargets="CoreCompile"><Copy SourceFiles="$(MSBuildToolsPath)/Microsoft.Build.dll" DestinationFiles="@(IntermediateAssembly)" /></Target>
            """, "(3,16) AITP3004: SkipCompilerExecution is true"),
        new("B19a", "<ItemGroup><PackageReference Remove=\"AiToolPolicy\" /></ItemGroup>", "(3,12) AITP3004: PackageReference takes AiToolPolicy out again"),
        new("B19b", "<ItemGroup><GlobalPackageReference Remove=\"AiToolPolicy\" /></ItemGroup>", Without, "(3,12) AITP3004: GlobalPackageReference takes AiToolPolicy out again"),
        new("B20a", Own("ExcludeAssets=\"build\""), "(4,12) AITP3004: ExcludeAssets of AiToolPolicy leaves out"),
        new("B20b", Own("IncludeAssets=\"none\""), "(4,12) AITP3004: IncludeAssets of AiToolPolicy leaves out"),
        new("B20c", Own("Condition=\"'$(Configuration)' == 'Never'\""), "(4,12) AITP3004: AiToolPolicy is referenced under a condition"),
        new("B21a", "<Target Name=\"AiToolPolicyCheck\" />", "(3,1) AITP3004: Target 'AiToolPolicyCheck' stands in"),
        new("B21b", "<Target Name=\"%41iToolPolicyCheck\" />", "(3,1) AITP3004: Target 'AiToolPolicyCheck' stands in"),
        new("B22a", Uses + NoTask("CheckProject"), "(4,1) AITP3004: UsingTask registers 'CheckProject'") { SaidByScan = [Used] },
        new("B22b", Uses + "<PropertyGroup><Part>Check</Part></PropertyGroup>\n" + NoTask("AiToolPolicy.Build.$(Part)Project"), "(5,1) AITP3004: UsingTask registers 'AiToolPolicy.Build.CheckProject'") { SaidByScan = [Used] },
        new("B24", "<Target Name=\"T\" BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target>", "(3,57) AITP3004: Analyzer items are removed") { SaidByBuild = ["(1,1) AITP3004: The compiler ran without the package's analyzer"] },
        new("B25a", Uses + "<PropertyGroup><ImportProjectExtensionTargets>false</ImportProjectExtensionTargets></PropertyGroup>", "(4,16) AITP3004: ImportProjectExtensionTargets is false") { SaidByScan = [Used] },
        new("B25b", Uses + "<PropertyGroup><ExcludeRestorePackageImports>true</ExcludeRestorePackageImports></PropertyGroup>", "(4,16) AITP3004: ExcludeRestorePackageImports is true") { SaidByScan = [Used] },
        new("B27", "<PropertyGroup><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>", Without),
        new("B31a", $"<ItemGroup><GlobalPackageReference Update=\"AiToolPolicy\" Version=\"{package.Version}\" /></ItemGroup>", "(3,12) AITP3004: GlobalPackageReference replaces the version of AiToolPolicy"),
        new("B31b", $"<ItemGroup><PackageReference Update=\"AiToolPolicy\" VersionOverride=\"{package.Version}\" /></ItemGroup>", "(3,12) AITP3004: PackageReference replaces the version of AiToolPolicy"),
        new("B34a", "<PropertyGroup><DesignTimeBuild>true</DesignTimeBuild></PropertyGroup>", "(3,16) AITP3004: DesignTimeBuild is true"),
        new("B80", "<Import Project=\"hidden.txt\" Condition=\"Exists('hidden.txt')\" />", "(3,18) AITP3004: Import of 'hidden.txt'"),
        new("B34b", "<PropertyGroup><_AiToolPolicyScan>none.proj</_AiToolPolicyScan></PropertyGroup>", "(3,16) AITP3004: _AiToolPolicyScan is set"),
    ];

    // Here nothing of the check is left that could stop the compiler; that it was taken away others say.
    private static readonly string[] Compiling = ["B19b", "B20a", "B20b", "B20c", "B22a", "B22b", "B25a", "B25b", "B27", "B34a"];

    private Repository NewRepository(string more = "") => new Repository(package, "Anthropic/12.36.0").AddFeed(package, Attempts.Library("Anthropic", "12.36.0"))
        .AddPolicy(Rule, Policy + more).Add(Rows).AddSolution(Rows.Select(row => row.Project));

    [Fact]
    public async Task EveryRow_isSaidAtItsLine_howeverTheBuildIsOrdered()
    {
        using var repository = NewRepository();
        var expected = Rows.SelectMany(row => row.Lines("warning", inBuild: true)).ToList();

        var first = await repository.BuildAsync("All.slnx", "-m:1");
        repository.AddSolution(Rows.Select(row => row.Project).Reverse());
        var reversed = await repository.BuildAsync("All.slnx", "--no-restore", "-m");
        var graph = await repository.BuildAsync("All.slnx", "--no-restore", "-graph", "-m:1", "-t:Rebuild");

        Assert.All([first, reversed, graph], build => build.Says(expected));
        Assert.All([first, reversed, graph], build => Assert.True(build.ExitCode == 0, build.Output));
        await repository.ScanSaysAsync(Rows.SelectMany(row => row.Lines("warning", inBuild: false)));
    }

    [Fact]
    public async Task LockedPolicy_failsTheBuild_andWhatIsStillCheckedCompilesNothing()
    {
        using var repository = NewRepository(" \"locked\": true,");
        var expected = Rows.SelectMany(row => row.Lines("error", inBuild: true)).Where(line => !line.Contains("The compiler ran", StringComparison.Ordinal)).ToList();

        var build = await repository.BuildAsync("All.slnx", "-m:1");
        var parallel = await repository.BuildAsync("All.slnx", "--no-restore", "-m");

        Assert.All([build, parallel], result => result.Says(expected));
        Assert.All([build, parallel], result => Assert.Equal(1, result.ExitCode));
        Assert.Equal(Compiling, Rows.Select(row => row.Name).Where(name => build.Compiled(name) || parallel.Compiled(name)));
        await repository.ScanSaysAsync(Rows.SelectMany(row => row.Lines("error", inBuild: false)));
    }

    // Takes every parameter of the package's task, and does nothing with it.
    private string NoTask(string name)
    {
        using var zip = ZipFile.OpenRead(package.PackageFile);
        using var reader = new StreamReader(zip.GetEntry("build/AiToolPolicy.targets")!.Open());
        var call = Call().Match(reader.ReadToEnd()).Groups["call"].Value;
        var parameters = string.Concat(Parameter().Matches(call).Select(parameter => $"public string[] {parameter.Groups["name"].Value} {{ get; set; }} "));
        var outputs = string.Concat(Output().Matches(call).Select(output => $"[Microsoft.Build.Framework.Output] public string[] {output.Groups["name"].Value} {{ get; set; }} "));
        return $"""
            <UsingTask TaskName="{name}" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll"><Task><Code Type="Class"><![CDATA[
              namespace AiToolPolicy.Build {"{"} public class CheckProject : Microsoft.Build.Utilities.Task {"{"} {parameters}{outputs}public override bool Execute() => true; {"}"} {"}"}
            ]]></Code></Task></UsingTask>
            """;
    }

    [GeneratedRegex("<CheckProject(?<call>.*?)</CheckProject>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\s+(?<name>\w+)=""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"TaskParameter=""(?<name>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Output();
}
