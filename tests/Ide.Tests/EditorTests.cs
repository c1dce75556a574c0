using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Ide.Tests;

/// <summary>What a developer sees in an editor, without a build, in a real project with the packed package.</summary>
public sealed class EditorTests(PackedPackage package)
{
    private const string Rules =
        """
        { "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2026-07-10", "useInstead": ["openai-api"] }
        """;

    private const string Project = "App/App.csproj";

    private Repository NewRepository() => new Repository(package, "Anthropic/12.36.0", "OpenAI/2.15.0")
        .AddPolicy(Rules, """ "default": "allow", "generic": "allow",""")
        .Add(".config/dotnet-tools.json", """
            {
              "tools": {
                "anthropic": { "version": "1.0.0", "commands": ["x"] },
                "dotnet-ef": { "version": "10.0.0", "commands": ["dotnet-ef"] }
              }
            }
            """);

    private static string Read(Repository repository, string path) => File.ReadAllText(Path.Combine(repository.Root, path));

    [Fact]
    public async Task SourceAndFiles_areReportedBeforeAnyBuild_asWarningsThatNameTheDate()
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic")
            .Add("App/Program.cs", "using Anthropic;\nvar client = new AnthropicClient();\nSystem.Console.WriteLine(\"https://api.anthropic.com\");\n");
        using var editor = await Editor.OpenAsync(repository, Project);

        Assert.Equal(
            """
            .config/dotnet-tools.json(3,5): Warning AITP1003
            App/App.csproj(4,5): Warning AITP1001
            App/Program.cs(1,7): Warning AITP1009
            App/Program.cs(3,26): Warning AITP1010
            Directory.Packages.props(4,5): Warning AITP1001
            """,
            await editor.DiagnosticsAsync());
        Assert.Contains("2026-07-10", (await editor.DiagnosticAsync("App/App.csproj(4,5): Warning AITP1001")).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackageTypedIntoTheProject_isReportedAtOnce_andGoesWithItsRemoval()
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "OpenAI").Add("Directory.Packages.props", Read(NewRepository(), "Directory.Packages.props").Replace("Anthropic", "Contoso", StringComparison.Ordinal));
        using var editor = await Editor.OpenAsync(repository, Project);
        var before = await editor.DiagnosticsAsync();

        await editor.TypeAsync(Project, "  </ItemGroup>", "    <PackageReference Include=\"Anthropic\" />\n  </ItemGroup>");
        var during = await editor.DiagnosticsAsync();
        await editor.TypeAsync(Project, "Anthropic", "Contoso");

        Assert.Equal(before + "\nApp/App.csproj(5,5): Warning AITP1001", during);
        Assert.Equal(before, await editor.DiagnosticsAsync());
        Assert.DoesNotContain("Anthropic", Read(repository, Project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterABuild_theSeverityIsThatOfTheDay()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");
        var build = await repository.BuildAsync("App", "-p:AiToolPolicyAsOf=2999-01-01");
        using var editor = await Editor.OpenAsync(repository, Project);

        Assert.Contains(".config/dotnet-tools.json(3,5): error AITP1003", build.Places, StringComparison.Ordinal);
        Assert.Contains(".config/dotnet-tools.json(3,5): Error AITP1003", await editor.DiagnosticsAsync(), StringComparison.Ordinal);
        Assert.Contains("App/Program.cs(1,26): Error AITP1010", await editor.DiagnosticsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("App/App.csproj(4,5): Warning AITP1001", "Remove 'Anthropic'", Project, "    <PackageReference Include=\"Anthropic\" />\n", "")]
    [InlineData("App/App.csproj(4,5): Warning AITP1001", "Replace 'Anthropic' with 'OpenAI'", Project, "\"Anthropic\"", "\"OpenAI\"")]
    [InlineData("Directory.Packages.props(4,5): Warning AITP1001", "Remove 'Anthropic'", "Directory.Packages.props", "    <PackageVersion Include=\"Anthropic\" Version=\"12.36.0\" />\n", "")]
    [InlineData(".config/dotnet-tools.json(3,5): Warning AITP1003", "Remove 'anthropic'", ".config/dotnet-tools.json", "    \"anthropic\": { \"version\": \"1.0.0\", \"commands\": [\"x\"] },\n", "")]
    [InlineData("App/package.json(1,21): Warning AITP1003", "Remove '@anthropic-ai/sdk'", "App/package.json", "\"@anthropic-ai/sdk\": \"1\", ", "")]
    [InlineData(".vscode/extensions.json(2,24): Warning AITP1005", "Remove 'anthropic.claude-code'", ".vscode/extensions.json", " \"anthropic.claude-code\"", "")]
    [InlineData("Directory.Build.props(1,21): Warning AITP1001", "Remove 'Anthropic'", "Directory.Build.props", "<PackageReference Include=\"Anthropic\" />", "")]
    [InlineData("App/Program.cs(1,7): Warning AITP1009", "Remove using of anthropic-api", "App/Program.cs", "using Anthropic;\n", "")]
    public async Task Fix_mendsTheFileOnTheDisk(string diagnostic, string title, string path, string old, string mended)
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic").Add("App/Program.cs", "using Anthropic;\nreturn 0;\n")
            .Add("App/package.json", "{ \"dependencies\": { \"@anthropic-ai/sdk\": \"1\", \"a\": \"1\" } }")
            .Add(".vscode/extensions.json", "{\n  \"recommendations\": [ \"anthropic.claude-code\" ]\n}\n")
            .Add("Directory.Build.props", "<Project><ItemGroup><PackageReference Include=\"Anthropic\" /></ItemGroup></Project>");
        var before = Read(repository, path);
        using var editor = await Editor.OpenAsync(repository, Project);

        var fix = Assert.Single(await editor.FixesAsync(await editor.DiagnosticAsync(diagnostic)), action => action.Title == title);
        await editor.ApplyAsync(fix);

        Assert.Contains(old, before, StringComparison.Ordinal);
        Assert.Equal(before.Replace(old, mended, StringComparison.Ordinal), Read(repository, path));
        Assert.DoesNotContain(diagnostic, await editor.DiagnosticsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VisualBasic_isReportedAndMendedAlike()
    {
        using var repository = NewRepository().Add("App/Program.vb", "Imports System, Anthropic\nModule P\n    Sub Main()\n    End Sub\nEnd Module\n").Add("App/App.vbproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Anthropic" />
              </ItemGroup>
            </Project>
            """);
        using var editor = await Editor.OpenAsync(repository, "App/App.vbproj");

        await editor.ApplyAsync((await editor.FixesAsync(await editor.DiagnosticAsync("App/Program.vb(1,17): Warning AITP1009")))[^1]);
        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(await editor.DiagnosticAsync("App/App.vbproj(4,5): Warning AITP1001")), action => action.Title == "Remove 'Anthropic'"));

        Assert.StartsWith("Imports System\nModule", Read(repository, "App/Program.vb"), StringComparison.Ordinal);
        Assert.DoesNotContain("Anthropic", Read(repository, "App/App.vbproj"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\n  // ours\n  \"exemptions\": []\n}\n")]
    public async Task Exemption_isBegunBesideThePolicy_andNoProjectFileChanges(string? exemptions)
    {
        using var repository = NewRepository().AddApp("App", "net10.0", "Anthropic");
        if (exemptions is not null)
        {
            repository.Add("ai-tool-exemptions.json", exemptions);
        }

        var project = Read(repository, Project);
        using var editor = await Editor.OpenAsync(repository, Project);

        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(await editor.DiagnosticAsync("App/App.csproj(4,5): Warning AITP1001")), action => action.Title.StartsWith("Ask", StringComparison.Ordinal)));

        var written = Read(repository, "ai-tool-exemptions.json");
        Assert.Contains("\"tool\": \"anthropic-api\"", written, StringComparison.Ordinal);
        Assert.Contains("\"App/App.csproj\"", written, StringComparison.Ordinal);
        Assert.Contains("\"justification\": \"\"", written, StringComparison.Ordinal);
        Assert.Equal(exemptions is not null, written.Contains("// ours", StringComparison.Ordinal));
        Assert.Equal(project, Read(repository, Project));
    }
}
