using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Restricted tools in source code: seen by the compiler, in every build, whether or not anything is compiled.</summary>
public sealed class SourceRestriction(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2999-01-01", "surfaces": ["source"] }""";

    private const string CSharp = """
        using Anthropic;
        using Anthropic.Models.Messages;

        AnthropicClient client = new();
        MessageCreateParams parameters = new()
        {
            MaxTokens = 1024,
            Messages = [new() { Role = Role.User, Content = "Hello" }],
            Model = "claude-sonnet-4-5",
        };
        System.Console.WriteLine(await client.Messages.Create(parameters));
        System.Console.WriteLine("https://api.anthropic.com");
        """;

    private const string VisualBasic = """
        Imports Anthropic
        Module Program
            Sub Main()
                Dim client As New AnthropicClient()
                Console.WriteLine("https://api.anthropic.com")
            End Sub
        End Module
        """;

    private static string AssemblyOf(Repository repository) => Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll");

    private Repository NewRepository(string rule = Rule) => new Repository(package, "Anthropic/12.36.0").AddPolicy(rule, """ "default": "allow", "generic": "allow",""");

    [Fact]
    public async Task CSharp_isReportedAtItsPlaces_andAgainWhenNothingIsCompiled()
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic").Add("App/Program.cs", CSharp);
        var first = await repository.BuildAsync("App");
        var compiled = File.GetLastWriteTimeUtc(AssemblyOf(repository));

        var second = await repository.BuildAsync("App", "--no-restore");

        Assert.Equal(
            """
            App/Program.cs(1,7): warning AITP1009
            App/Program.cs(9,13): warning AITP1010
            App/Program.cs(12,26): warning AITP1010
            """,
            first.Places);
        Assert.Contains("Namespace 'Anthropic' of assembly 'Anthropic' 12.36.0, first of ", first.Output, StringComparison.Ordinal);
        Assert.Contains("denied from 2999-01-01 on by rule 'r' of policy 'Contoso' 1", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Diagnostics.Select(d => (d.Path, d.Line, d.Column, d.Code, TextOf(d))), second.Diagnostics.Select(d => (d.Path, d.Line, d.Column, d.Code, TextOf(d))));
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(AssemblyOf(repository)));
    }

    [Fact]
    public async Task VisualBasic_isReportedAlike_forTwoFrameworksOnceWhenReplayed()
    {
        using var repository = NewRepository().Add("App/Program.vb", VisualBasic).Add("App/App.vbproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;net9.0</TargetFrameworks><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><PackageReference Include="Anthropic" /></ItemGroup>
            </Project>
            """);
        var first = await repository.BuildAsync("App");

        var second = await repository.BuildAsync("App", "--no-restore");

        const string places = """
            App/Program.vb(1,9): warning AITP1009
            App/Program.vb(5,27): warning AITP1010
            """;
        Assert.Equal(places, string.Join('\n', first.Places.Split('\n').Distinct()));
        Assert.True(places == second.Places, second.Output);
    }

    [Fact]
    public async Task QuietCompilation_isNoted_andTheNoteGoesWithTheFirstUse()
    {
        using var repository = NewRepository("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn", "surfaces": ["source"] }""").AddApp("App", "net10.0");
        var note = Path.Combine(repository.Root, "App", "obj", "Debug", "net10.0", "ai-tool-policy.quiet");
        async Task<(string First, string Again, bool IsNoted)> BuildTwiceAsync(string code)
        {
            repository.Add("App/Program.cs", code);
            var first = await repository.BuildAsync("App");
            var again = await repository.BuildAsync("App", "--no-restore");
            return (first.Places, again.Places, File.Exists(note));
        }

        const string warned = "App/Program.cs(1,26): warning AITP1010";
        Assert.Equal(("", "", true), await BuildTwiceAsync("System.Console.WriteLine(1);"));
        Assert.Equal((warned, warned, false), await BuildTwiceAsync("System.Console.WriteLine(\"https://api.anthropic.com\");"));
        Assert.Equal(("", "", true), await BuildTwiceAsync("System.Console.WriteLine(22);"));
    }

    [Fact]
    public async Task NewPhase_recompilesOnce_andAPassedDayDoesNot()
    {
        using var repository = NewRepository("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn", "effective": "2998-01-01", "before": "notice", "surfaces": ["source"] }""")
            .AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");
        async Task<(string Places, bool WasCompiled)> BuildAsync(string asOf)
        {
            var before = File.GetLastWriteTimeUtc(AssemblyOf(repository));
            var build = await repository.BuildAsync("App", $"-p:AiToolPolicyAsOf={asOf}");
            Assert.True(build.ExitCode == 0, build.Output);
            return (build.Places, File.GetLastWriteTimeUtc(AssemblyOf(repository)) != before);
        }

        const string warned = "App/Program.cs(1,26): warning AITP1010";
        Assert.Equal(("", true), await BuildAsync("2997-01-01"));
        Assert.Equal(("", false), await BuildAsync("2997-12-31"));
        Assert.Equal((warned, true), await BuildAsync("2998-01-01"));
        Assert.Equal((warned, false), await BuildAsync("2998-01-02"));
        Assert.Equal((warned, false), await BuildAsync("2999-06-01"));
    }

    [Fact]
    public async Task DenialInForce_stopsTheCompiler()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", "#pragma warning disable\nSystem.Console.WriteLine(\"https://api.anthropic.com\");");

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyAsOf=2999-01-01", "-p:NoWarn=AITP1010");

        Assert.Equal("App/App.csproj(1,1): warning AITP3004\nApp/Program.cs(2,26): error AITP1010", build.Places);
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task WarningsAsErrors_areObeyed()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");

        var build = await repository.BuildAsync("App", "-p:TreatWarningsAsErrors=true");

        Assert.True(build.Places == "App/Program.cs(1,26): error AITP1010", build.Output);
    }

    [Fact]
    public async Task LogOfTheUser_isKeptAndReplayed()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");
        var first = await repository.BuildAsync("App", "-p:ErrorLog=mine.sarif%2Cversion=2.1");

        var second = await repository.BuildAsync("App", "-p:ErrorLog=mine.sarif%2Cversion=2.1");

        Assert.Equal("App/Program.cs(1,26): warning AITP1010", first.Places);
        Assert.Equal(first.Places, second.Places);
        Assert.True(File.Exists(Path.Combine(repository.Root, "App/mine.sarif")));
        Assert.False(File.Exists(Path.Combine(repository.Root, "App/obj/Debug/net10.0/ai-tool-policy.sarif")));
    }

    [Fact]
    public async Task ProjectFiles_areHandedToTheCompilerInDesignTimeOnly()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("global.json", "{ }").Add("App/package.json", "{ }").Add(".config/dotnet-tools.json", "{ }")
            .Add(".vscode/extensions.json", "{ }").Add("App/appsettings.Development.json", "{ }").Add(".gitattributes", "").Add("App/.gitattributes", "").Add("Directory.Build.props", "<Project />").Add("ai-tool-exemptions.json", "{ \"exemptions\": [] }");
        await repository.RunAsync("restore", "App");
        async Task<string> InputsAsync(params string[] properties)
        {
            var result = await DotNet.RunAsync(repository.Root, ["msbuild", "App", "-t:_AiToolPolicyAnalyzerInputs", "-getItem:AdditionalFiles", .. properties]);
            var items = System.Text.Json.JsonDocument.Parse(result.Output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
            return string.Join('\n', items.EnumerateArray()
                .Select(item => item.GetProperty("FullPath").GetString()!)
                .Select(path => path.StartsWith(repository.Root, StringComparison.Ordinal) ? Path.GetRelativePath(repository.Root, path) : Path.GetFileName(path))
                .Order(StringComparer.Ordinal));
        }

        Assert.Equal(
            """
            .config/dotnet-tools.json
            .gitattributes
            .vscode/extensions.json
            AiToolPolicy.targets
            App/.gitattributes
            App/App.csproj
            App/appsettings.Development.json
            App/package.json
            Directory.Build.props
            Directory.Packages.props
            ai-tool-exemptions.json
            ai-tool-policy.json
            global.json
            """,
            await InputsAsync("-p:DesignTimeBuild=true"));
        Assert.Equal("App/obj/Debug/net10.0/ai-tool-policy.resolved.json\nai-tool-policy.json", await InputsAsync());
    }

    [Fact]
    public async Task DesignTimeBuild_makesTheNextCompileNothing()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/package.json", "{ }").Add("App/Program.cs", "System.Console.WriteLine(1);");
        await repository.BuildAsync("App");
        var options = Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.GeneratedMSBuildEditorConfig.editorconfig");
        var assembly = Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll");
        var before = (await File.ReadAllTextAsync(options, TestContext.Current.CancellationToken), File.GetLastWriteTimeUtc(assembly));

        await repository.RunAsync("msbuild", "App", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        await repository.BuildAsync("App");

        Assert.Equal(before, (await File.ReadAllTextAsync(options, TestContext.Current.CancellationToken), File.GetLastWriteTimeUtc(assembly)));
    }

    [Fact]
    public async Task PolicyOfAnotherName_reachesTheCompiler()
    {
        using var repository = new Repository(package).Add("policies/ours.json", $$"""{ "name": "Contoso", "default": "allow", "rules": [ {{Rule}} ] }""").AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyFile=../policies/ours.json");

        Assert.Equal("App/Program.cs(1,26): warning AITP1010", build.Places);
    }

    [Fact]
    public async Task WithoutPolicy_theCompilerIsLeftAlone()
    {
        using var repository = new Repository(package).AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");

        var build = await repository.BuildAsync("App");

        Assert.Equal("", build.Places);
        Assert.Empty(Directory.GetFiles(Path.Combine(repository.Root, "App/obj"), "ai-tool-policy*", SearchOption.AllDirectories));
    }

    // The helper project prints its own name behind the text.
    private static string TextOf(Diagnostic diagnostic) => diagnostic.Message.Split(" [")[0];
}
