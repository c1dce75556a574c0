using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AiToolPolicy.Tool.Tests;

/// <summary>The recipes for pipelines are YAML, and every command in them is one that this tool understands.</summary>
public sealed partial class RecipeTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Recipes => [.. Directory.GetFiles(Path.Combine(Root, "policy/pipelines"), "*.yml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Recipe_scans_and_verifies_with_commands_that_there_are(string name)
    {
        var commands = Commands(name);

        Assert.Contains(commands, command => command.StartsWith("scan ", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.StartsWith("verify ", StringComparison.Ordinal));
        Assert.All(commands, command => Assert.Empty(Cli.Parse(command).Errors.Select(error => $"{command}: {error.Message}")));
        Assert.All(commands, command => Assert.Contains("--policy ", command, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_a_recipe_for_each_platform() => Assert.Equal(["azure-pipelines.yml", "github-actions.yml", "gitlab-ci.yml"], Recipes.Select(row => row.Data));

    [Fact]
    public void Command_that_there_is_not_is_an_error()
    {
        Assert.NotEmpty(Cli.Parse("verify build.binlog --polcy x").Errors);
        Assert.NotEmpty(Cli.Parse("verfy build.binlog").Errors);
    }

    // Steps are scalars wherever a platform has them; a variable of the platform stands for a path.
    private static List<string> Commands(string name)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Root, "policy/pipelines", name));
        yaml.Load(reader);
        var texts = yaml.Documents.SelectMany(document => document.AllNodes).OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "");
        return [.. texts.SelectMany(text => Call().Matches(text)).Select(call => call.Groups["arguments"].Value.Trim())];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analyzers.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is at no folder above.");
        }

        return folder;
    }

    [GeneratedRegex(@"(^|/)ai-tool-policy (?<arguments>[^\r\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
