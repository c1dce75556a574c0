using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary><c>init</c>: a first policy, that validates and says what it promises.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public InitTests() => Directory.CreateDirectory(_folder.In(".git"));

    public void Dispose() => _folder.Dispose();

    private string Policy => _folder.In("ai-tool-policy.json");

    [Fact]
    public async Task Policy_of_what_was_found_names_each_tool_and_restricts_nothing()
    {
        _folder.Write("A.csproj", Scan.Project("Anthropic", "OpenAI"));
        _folder.Write("CLAUDE.md", "# Notes");

        var init = await Ran.Of("init", _folder.Path);
        var validate = await Ran.Of("validate", Policy);
        var scan = await Scan.Run(_folder.Path);

        Assert.Equal((0, "", 0), (init.Code, init.Error, validate.Code));
        Assert.EndsWith("1 layer, 3 rules, no problem\n", validate.Output, StringComparison.Ordinal);
        Assert.Equal(0, scan.Code);
        Assert.Contains("0 errors, 0 warnings", scan.Summary, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken);
        Assert.Contains("\"$schema\": \"https://", text, StringComparison.Ordinal);
        Assert.Contains("""
                // Claude Code by Anthropic: 1 agent-file
                { "id": "claude-code", "tools": ["claude-code"], "action": "notice" }
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_of_an_empty_folder_is_valid_too()
    {
        Assert.Equal(0, (await Ran.Of("init", _folder.Path)).Code);
        Assert.Equal(0, (await Ran.Of("validate", Policy)).Code);
    }

    [Theory]
    [InlineData("allow-list")]
    [InlineData("by-jurisdiction")]
    [InlineData("inventory")]
    [InlineData("restricted-list")]
    public async Task Sample_is_the_products_with_the_address_of_the_schema(string sample)
    {
        var init = await Ran.Of("init", _folder.Path, "--sample", sample);
        var validate = await Ran.Of("validate", Policy);

        Assert.Equal((0, 0), (init.Code, validate.Code));
        Assert.DoesNotContain("../schema", await File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_that_is_there_is_not_overwritten()
    {
        _folder.Write("ai-tool-policy.json", "mine");

        var init = await Ran.Of("init", _folder.Path);

        Assert.Equal((2, ""), (init.Code, init.Output));
        Assert.Contains("is not overwritten", init.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Policy_beneath_another_says_so()
    {
        _folder.Write("ai-tool-policy.json", """{ "default": "deny" }""");
        _folder.Write("a/CLAUDE.md", "# Notes");

        var init = await Ran.Of("init", _folder.In("a"));

        Assert.Equal(0, init.Code);
        Assert.Contains("It is a layer beneath ai-tool-policy.json: it can add to that, and relax nothing.", init.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_is_asked_and_an_unknown_answer_writes_nothing()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string? suggestion = null;
        var surroundings = new Surroundings(output, error, Scan.Today) { Ask = (_, suggested, _) => { suggestion = suggested; return "restricted"; } };

        var code = await Cli.RunAsync(["init", _folder.Path], surroundings, TestContext.Current.CancellationToken);

        Assert.Equal((2, "found"), (code, suggestion));
        Assert.Contains("'restricted' is none of found, allow-list", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Policy));
    }
}
