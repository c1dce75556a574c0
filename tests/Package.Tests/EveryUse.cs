using System.Text.Json;
using System.Text.RegularExpressions;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Console projects on real packages, and the same code on a package that only has the same names.</summary>
public sealed partial class EveryUse(PackedPackage package)
{
    private const string Rule =
        """
        { "id": "r", "tools": ["vendor:anthropic", "vendor:openai", "vendor:modelcontextprotocol"], "action": "deny", "effective": "2999-01-01", "surfaces": ["source"] }
        """;

    private static (string CSharp, string VisualBasic) Sources(string id) => EveryUseSources.All[id];

    private Repository NewRepository(params string[] versions) => new Repository(package, versions).AddPolicy(Rule, """ "default": "allow", "generic": "allow", "unknown": "allow",""");

    private static Repository AddConsole(Repository repository, string language, string reference, IEnumerable<string> sources)
    {
        var isCSharp = language == "cs";
        repository.Add($"App/App.{language}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="{reference}" /></ItemGroup>
            </Project>
            """);
        repository.Add($"App/Program.{language}", isCSharp ? "public static class Program { public static void Main() { } }" : "Module Program\n    Sub Main()\n    End Sub\nEnd Module\n");
        foreach (var (source, i) in sources.Select((source, i) => (source, i)))
        {
            repository.Add($"App/Uses{i}.{language}", source);
        }

        return repository;
    }

    [Theory]
    [InlineData("Anthropic", "12.36.0", "cs")]
    [InlineData("Anthropic", "12.36.0", "vb")]
    [InlineData("OpenAI", "2.15.0", "cs")]
    [InlineData("OpenAI", "2.15.0", "vb")]
    [InlineData("ModelContextProtocol", "1.4.1", "cs")]
    [InlineData("ModelContextProtocol", "1.4.1", "vb")]
    public async Task Of_a_restricted_package_is_reported_at_its_span_and_again_when_nothing_is_compiled(string id, string version, string language)
    {
        var marked = language == "cs" ? Sources(id).CSharp : Sources(id).VisualBasic;
        using var repository = AddConsole(NewRepository($"{id}/{version}"), language, id, [Mark().Replace(marked, "")]);

        var first = await repository.BuildAsync("App");
        var second = await repository.BuildAsync("App", "--no-restore");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Equal(Marked(marked), Reported(Path.Combine(repository.Root, "App/obj/Debug/net10.0/ai-tool-policy.sarif"), Mark().Replace(marked, "")));
        Assert.Equal(1, first.Diagnostics.Count(d => d.Code == "AITP1009"));
        Assert.Equal(first.Places, second.Places);
    }

    [Theory]
    [InlineData("cs")]
    [InlineData("vb")]
    public async Task Of_an_unrelated_package_with_the_same_names_is_silent(string language)
    {
        using var repository = NewRepository("Contoso.Weather/1.0.0");
        repository.Add("Weather/Contoso.Weather.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><PackageOutputPath>$(MSBuildThisFileDirectory)../feed</PackageOutputPath></PropertyGroup>
            </Project>
            """).Add("Weather/Types.cs", EveryUseSources.Unrelated);
        var packed = await repository.RunAsync("pack", "Weather");
        var config = File.ReadAllText(Path.Combine(repository.Root, "nuget.config")).Replace("</packageSources>", "<add key=\"own\" value=\"feed\" /></packageSources>", StringComparison.Ordinal);
        repository.Add("nuget.config", config.Replace("</configuration>", "<config><add key=\"globalPackagesFolder\" value=\"Weather/obj/packages\" /></config></configuration>", StringComparison.Ordinal));
        AddConsole(repository, language, "Contoso.Weather", EveryUseSources.All.Values.Select(source => Mark().Replace(language == "cs" ? source.CSharp : source.VisualBasic, "")));

        var build = await repository.BuildAsync("App");

        Assert.True(packed.ExitCode == 0, packed.Output);
        Assert.True(build.ExitCode == 0 && build.Compiled("App"), build.Output);
        Assert.Equal("", build.Places);
    }

    private static string Marked(string text)
    {
        var lines = new List<string>();
        foreach (var (line, number) in text.Split('\n').Select((line, i) => (line, i + 1)))
        {
            var removed = 0;
            foreach (Match use in Use().Matches(line))
            {
                lines.Add($"{number:D2} {use.Index - removed + 1:D2} {use.Groups["name"].Value}");
                removed += 4;
            }
        }

        return string.Join('\n', lines);
    }

    // First use and further uses, as the compiler's own log has them.
    private static string Reported(string log, string text)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(log));
        var lines = text.Split('\n');
        var uses = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "AITP1009")
            .SelectMany(result => result.GetProperty("locations").EnumerateArray().Concat(result.TryGetProperty("relatedLocations", out var more) ? more.EnumerateArray() : []))
            .Select(place => place.GetProperty("physicalLocation").GetProperty("region"))
            .Select(region => (Line: region.GetProperty("startLine").GetInt32(), Column: region.GetProperty("startColumn").GetInt32(), End: region.GetProperty("endColumn").GetInt32()));
        return string.Join('\n', uses.Select(use => $"{use.Line:D2} {use.Column:D2} {lines[use.Line - 1][(use.Column - 1)..(use.End - 1)]}").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\[\||\|\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[\|(?<name>.*?)\|\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();
}
