using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Files.Tests;

public sealed class PolicyLocatorTests : IDisposable
{
    private const string Policy = """{ "name": "Test", "default": "deny" }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nearest_policy_at_or_above_is_found()
    {
        _folder.Write("ai-tool-policy.json", Policy);
        var inner = _folder.Write("a/ai-tool-policy.json", Policy);
        Directory.CreateDirectory(_folder.In("a/b/c"));
        Directory.CreateDirectory(_folder.In("d"));

        Assert.Equal(inner, PolicyLocator.Nearest(_folder.In("a/b/c")));
        Assert.Equal(inner, PolicyLocator.Nearest(_folder.In("a")));
        Assert.Equal(_folder.In("ai-tool-policy.json"), PolicyLocator.Nearest(_folder.In("d")));
    }

    [Fact]
    public void No_policy_anywhere_is_an_inventory()
    {
        var found = PolicyLocator.Nearest(_folder.Path);

        Assert.Null(found);
        var loaded = PolicyLocator.LoadFound(found, _folder.Path, CompiledCatalog.Embedded);
        Assert.Null(loaded.Policy);
        Assert.Empty(loaded.Findings);
    }

    [Fact]
    public void Found_policy_is_shown_relative_to_the_root()
    {
        _folder.Write("org/policy.json", Policy);

        Assert.Equal("org/policy.json", Load("org/policy.json", _folder.Path).Policy?.Location.Path);
        Assert.Equal("../org/policy.json", Load("org/policy.json", _folder.In("repo")).Policy?.Location.Path);
    }

    [Fact]
    public void Named_policy_that_is_missing_is_an_error()
    {
        var finding = Assert.Single(Load("none.json", _folder.Path).Findings);

        Assert.Equal((Rules.PolicyMissing, Severity.Error), (finding.Rule, finding.Severity));
        Assert.Equal("The policy 'none.json' was named but is not there.", finding.Message);
        Assert.Equal("none.json", finding.Location.Path);
    }

    [Fact]
    public void Named_policy_that_is_no_text_is_an_error()
    {
        _folder.WriteBytes("policy.json", [0x7B, 0xFC, 0x7D]);

        var finding = Assert.Single(Load("policy.json", _folder.Path).Findings);

        Assert.Equal(Rules.PolicyMissing, finding.Rule);
        Assert.Equal("The policy 'policy.json' was named but could not be read: it is not valid UTF-8: the byte at offset 1 begins no character.", finding.Message);
    }

    [Fact]
    public void Policy_over_its_own_limit_is_an_error()
    {
        _folder.Write("policy.json", Policy + new string(' ', TextFile.PolicyLimit));

        Assert.Contains("it is larger than 1 MiB.", Assert.Single(Load("policy.json", _folder.Path).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_in_place_of_a_policy_is_an_error()
    {
        _folder.Write("ai-tool-policy.json/x");
        var found = PolicyLocator.Nearest(_folder.Path);

        var finding = Assert.Single(PolicyLocator.LoadFound(found, _folder.Path, CompiledCatalog.Embedded).Findings);

        Assert.Equal((Rules.PolicyMissing, Severity.Error), (finding.Rule, finding.Severity));
        Assert.Equal("The policy 'ai-tool-policy.json' was found but could not be read: it is a folder.", finding.Message);
    }

    [Theory]
    [InlineData("false", "weak.json", "weak.json", null)]
    [InlineData("true", "weak.json", "weak.json ai-tool-policy.json", "ai-tool-policy.json")]
    [InlineData("true", "ai-tool-policy.json", "ai-tool-policy.json", null)]
    [InlineData("true", "under.json", "under.json ai-tool-policy.json", null)]
    [InlineData("true", "none.json", "ai-tool-policy.json", "ai-tool-policy.json")]
    public void Named_policy_is_put_beneath_a_locked_one(string locked, string named, string layers, string? inPlaceOf)
    {
        _folder.Write("ai-tool-policy.json", $$"""{ "default": "deny", "locked": {{locked}} }""");
        _folder.Write("weak.json", """{ "default": "allow" }""");
        _folder.Write("under.json", """{ "extends": "ai-tool-policy.json" }""");

        var found = PolicyLocator.Holding(_folder.In(named), _folder.In("src"), _folder.Path, static () => CompiledCatalog.Embedded);

        Assert.Equal(layers, string.Join(' ', found.Layers.Texts.Select(layer => layer.File.Path)));
        Assert.Equal(inPlaceOf, found.InPlaceOf);
        Assert.Equal(named == "none.json", found.Findings.Any(finding => finding.Rule == Rules.PolicyMissing));
    }

    private LoadedPolicy Load(string path, string root) => PolicyLocator.LoadNamed(_folder.In(path), root, CompiledCatalog.Embedded);
}
