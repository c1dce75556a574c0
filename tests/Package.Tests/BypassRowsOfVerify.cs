using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// The rows of <c>policy/bypasses.md</c> that only the log of a build tells, each with a real build whose output is as quiet as its row says,
/// and <c>verify</c> on its log. What <see cref="VerifiedBuild"/> tries is not tried again.
/// </summary>
public sealed class BypassRowsOfVerify(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    private Repository NewRepository(params (string File, byte[] Content)[] packages) => new Repository(package, "Zeta/1.0.0", "Abel/1.0.0", "Anthropic/12.36.0")
        .AddFeed(package, [Attempts.Library("Anthropic", "12.36.0"), .. packages]).AddPolicy(Rule, Policy);

    private static async Task<(BuildResult Build, CommandResult Verified)> VerifyAsync(Repository repository, string project, string[] arguments, params string[] options)
    {
        var log = Path.Combine(repository.Root, $"{Guid.NewGuid():N}.binlog");
        var build = await repository.BuildAsync([project, "-t:Rebuild", $"-bl:{log}", .. arguments]);
        return (build, await Tool.RunAsync(["verify", log, .. options]));
    }

    // Packages bring their targets in the order of their names from the last to the first, so that one before ours has the last word.
    [Theory]
    [InlineData("Abel", 1)]
    [InlineData("Zeta", 0)]
    public async Task B23_targetOfAnotherPackage_isNamedWithItsFileWhereItWins(string id, int exitCode)
    {
        const string targets = """<Project><Target Name="AiToolPolicyCheck" BeforeTargets="CoreCompile" /></Project>""";
        var manifest = new TestPackage(id, "1.0.0").Manifest;
        using var repository = NewRepository(($"{id}.1.0.0.nupkg", TestPackage.Zip(($"{id}.nuspec", manifest), ($"build/{id}.targets", targets)))).AddApp("App", "net10.0", id, "Anthropic");

        var (build, verified) = await VerifyAsync(repository, "App", []);

        Assert.True(build.ExitCode == 0 && (exitCode == 0) == (build.Diagnostics.Count > 0), build.Output);
        Assert.True(verified.ExitCode == exitCode, verified.Output);
        Assert.True(exitCode == 0 || verified.Output.Contains("App.csproj(1,1): error AITP3004: The target of the check was replaced by one in ", StringComparison.Ordinal), verified.Output);
        Assert.True(exitCode == 0 || verified.Output.Contains("abel/1.0.0/build/Abel.targets", StringComparison.Ordinal), verified.Output);
    }

    [Fact]
    public async Task B02_switchesTypedByHand_areSeenInTheLog()
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic");

        var (build, verified) = await VerifyAsync(repository, "App", ["-noWarn:AITP1001"]);

        Assert.DoesNotContain("AITP1001", build.Places, StringComparison.Ordinal);
        Assert.True(verified.ExitCode == 1 && verified.Output.Contains("error AITP3004: The command line of the build speaks of AITP1001", StringComparison.Ordinal), verified.Output);
    }

    // The compiler refuses an analyzer that was made for a newer one: here the one is made newer, as no older compiler is at hand.
    [Fact]
    public async Task B15_compilerThatIsOlderThanTheAnalyzer_isSaidByTheBuild_andIsMissingEvidence()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");
        await repository.RunAsync("restore", "App");
        MadeForCompiler(Path.Combine(repository.Root, ".packages/aitoolpolicy", package.Version, "analyzers/dotnet/AiToolPolicy.Analyzers.dll"), 99);

        var (build, verified) = await VerifyAsync(repository, "App", ["--no-restore"]);
        var again = await repository.BuildAsync("App", "--no-restore");

        Assert.Contains("CS9057", build.Output, StringComparison.Ordinal);
        Assert.All([build, again], result => Assert.Contains(result.Diagnostics, d => d is { Path: "App/App.csproj", Severity: "warning", Code: "AITP3004" } && d.Message.StartsWith("The compiler ran without the package's analyzer", StringComparison.Ordinal)));
        Assert.True(verified.ExitCode == 3 && verified.Output.Contains("The compiler could not run the analyzer (CS9057)", StringComparison.Ordinal), verified.Output);
    }

    // Writes another major version into the analyzer's references to the compiler.
    private static void MadeForCompiler(string analyzer, ushort major)
    {
        var bytes = File.ReadAllBytes(analyzer);
        using (var image = new PEReader([.. bytes]))
        {
            var metadata = image.GetMetadataReader();
            var table = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
            foreach (var reference in metadata.AssemblyReferences.Where(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(table + ((MetadataTokens.GetRowNumber(reference) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef))), major);
            }
        }

        File.WriteAllBytes(analyzer, bytes);
    }

    [Theory]
    [InlineData("B26", "ImportDirectoryPackagesProps=false")]
    [InlineData("B26", "ImportDirectoryBuildTargets=false")]
    [InlineData("B25", "ImportProjectExtensionTargets=false")]
    [InlineData("B27", "ManagePackageVersionsCentrally=false")]
    public async Task PropertyThatLeavesThePackageOut_isSeenInTheLog(string row, string property)
    {
        using var repository = NewRepository().AddApp("App", "net10.0");
        if (property.StartsWith("ImportDirectoryBuild", StringComparison.Ordinal))
        {
            repository.Add("Directory.Packages.props", "<Project />")
                .Add("Directory.Build.targets", $"""<Project><ItemGroup><PackageReference Include="AiToolPolicy" Version="{package.Version}" PrivateAssets="all" /></ItemGroup></Project>""");
        }

        var (build, verified) = await VerifyAsync(repository, "App", ["-p:" + property], "--repository", repository.Root);

        Assert.True(build is { ExitCode: 0, Diagnostics.Count: 0 } && build.Compiled("App"), row + build.Output);
        Assert.True(verified.ExitCode == 1 && verified.Output.Contains("App.csproj(1,1): error AITP3004: This project was built, and no check of it ran", StringComparison.Ordinal), verified.Output);
    }

    [Fact]
    public async Task B29_filesInObjChangedAfterRestore_areSeenInTheLog()
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic");
        await repository.RunAsync("restore", "App");
        repository.Add("App/obj/App.csproj.nuget.g.targets", "<Project />");

        var (build, verified) = await VerifyAsync(repository, "App", ["--no-restore"]);

        Assert.True(build.ExitCode == 0 && build.Diagnostics.Count == 0, build.Output);
        Assert.True(verified.ExitCode == 1 && verified.Output.Contains("no check of it ran", StringComparison.Ordinal), verified.Output);
    }

    [Fact]
    public async Task B31_packageOfTheSameName_isNotTheTrustedOne()
    {
        using var repository = NewRepository().AddApp("App", "net10.0");
        var other = Path.Combine(repository.Root, "other.nupkg");
        File.Copy(package.PackageFile, other);
        await using (var zip = await ZipFile.OpenAsync(other, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            await using var targets = await zip.GetEntry("build/AiToolPolicy.targets")!.OpenAsync(TestContext.Current.CancellationToken);
            targets.Seek(0, SeekOrigin.End);
            targets.WriteByte((byte)' ');
        }

        var (_, trusted) = await VerifyAsync(repository, "App", [], "--package", package.PackageFile);
        var (_, foreign) = await VerifyAsync(repository, "App", [], "--package", other);

        Assert.True(trusted.ExitCode == 0, trusted.Output);
        Assert.True(foreign.ExitCode == 1 && foreign.Output.Contains("is not the file of the expected package", StringComparison.Ordinal), foreign.Output);
    }

    [Fact]
    public async Task B54_B74_projectsThatNoBuildHasSeen_areNamed()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").AddApp("Hidden", "net10.0", "Anthropic").Add("native/N.vcxproj", "<Project />").Add("db/D.sqlproj", "<Project />");

        var (build, verified) = await VerifyAsync(repository, "App", [], "--repository", repository.Root);

        build.Says("Directory.Packages.props(6,5): warning AITP1001");
        Assert.All(["Hidden/Hidden.csproj", "native/N.vcxproj", "db/D.sqlproj"], path => Assert.Contains($"{path}(1,1): error AITP3004: The repository holds this project, and the build never saw it.", verified.Output, StringComparison.Ordinal));
        await repository.ScanSaysAsync("Directory.Packages.props(6,5): warning AITP1001", "Hidden/Hidden.csproj(4,5): warning AITP1001: Package 'Anthropic'");
    }

    [Fact]
    public async Task B73_recordsOfTwoCommits_haveOtherDigestsOfTheirInputs()
    {
        using var repository = NewRepository(Attempts.Library("Zeta", "1.0.0")).AddApp("App", "net10.0");
        async Task<string> InputsAsync() => JsonDocument.Parse((await VerifyAsync(repository, "App", [], "--format", "json")).Verified.Output)
            .RootElement.GetProperty("projects")[0].GetProperty("checks")[0].GetProperty("inputs").GetString()!;

        var first = await InputsAsync();
        var same = await InputsAsync();
        repository.AddApp("App", "net10.0", "Zeta");
        var other = await InputsAsync();

        Assert.Equal(first, same);
        Assert.NotEqual(first, other);
    }
}
