using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Files.Tests;

public sealed class PathLayersTests : IDisposable
{
    private const string Org = """{ "name": "Org", "default": "deny" }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("org/policy.json")]
    [InlineData("./org/policy.json")]
    [InlineData("org/../org/policy.json")]
    [InlineData("../org/policy.json")]
    public void A_layer_is_found_by_its_path_relative_to_the_file(string reference)
    {
        _folder.Write("repo/org/policy.json", Org);
        _folder.Write("org/policy.json", Org);

        var loaded = Load(reference);

        Assert.Empty(loaded.Findings);
        Assert.Equal(PolicyAction.Deny, loaded.Policy!.Default.Action);
        Assert.Equal(reference.StartsWith("..", StringComparison.Ordinal) ? "../org/policy.json" : "org/policy.json", loaded.Layers[1].Path);
    }

    [Fact]
    public void A_path_in_a_layer_is_relative_to_that_layer()
    {
        _folder.Write("org/policy.json", """{ "extends": "base/policy.json" }""");
        _folder.Write("org/base/policy.json", Org);

        Assert.Equal(["ai-tool-policy.json", "../org/policy.json", "../org/base/policy.json"], Load("../org/policy.json").Layers.Select(layer => layer.Path));
    }

    [Theory]
    [InlineData("none.json", "The layer 'none.json' is not there.")]
    [InlineData("polcy.json", "The layer 'polcy.json' is not there. Did you mean 'policy.json'?")]
    [InlineData("Policy.json", "The layer 'Policy.json' is not there. Did you mean 'policy.json'?")]
    [InlineData("folder", "The layer 'folder' could not be read: it is a folder.")]
    [InlineData("", "'extends' names a layer without a name.")]
    [InlineData("/etc/policy.json", "'/etc/policy.json' is not relative: write the path as seen from this file, so that it leads there on every machine.")]
    [InlineData("~/policy.json", "'~/policy.json' is not relative: write the path as seen from this file, so that it leads there on every machine.")]
    [InlineData("C:/policy.json", "'C:/policy.json' is not relative: write the path as seen from this file, so that it leads there on every machine.")]
    [InlineData("..\\\\org.json", "'..\\org.json' is not the same on every system: write / between folders.")]
    [InlineData("a\\u0000b.json", "'a\\u{0000}b.json' is no path: it holds a control character.")]
    [InlineData("dead.json", "The layer 'dead.json' is a link that leads nowhere or out of the repository; it is not followed.")]
    [InlineData("out.json", "The layer 'out.json' is a link that leads nowhere or out of the repository; it is not followed.")]
    [InlineData("bytes.json", "The layer 'bytes.json' could not be read: it is not valid UTF-8: the byte at offset 1 begins no character.")]
    [InlineData("https://contoso.example/a.json", "'https://contoso.example/a.json' is an address, and none is read: name a layer by its path relative to this file, or by 'package:' with an id and a version range.")]
    public void A_layer_that_cannot_be_read_says_why_at_its_place(string reference, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "The file system tells no case there.");
        _folder.Write("repo/policy.json", Org);
        _folder.Write("repo/folder/x", "");
        _folder.Write("outside.json", Org);
        _folder.WriteBytes("repo/bytes.json", [0x7B, 0xFC, 0x7D]);
        _folder.Link("repo/out.json", "../outside.json");
        _folder.Link("repo/dead.json", "nowhere.json");

        var finding = Assert.Single(Load(reference).Findings);

        Assert.Equal(expected, finding.Message);
        Assert.Equal("ai-tool-policy.json(1,14)", finding.Location.ToString());
    }

    [Fact]
    public void A_circle_through_a_link_is_one()
    {
        _folder.Write("repo/a/policy.json", """{ "extends": "../b/policy.json" }""");
        _folder.Link("repo/b", "a", toFolder: true);

        Assert.StartsWith("The policy extends itself.", Assert.Single(Load("a/policy.json").Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_the_repository_is_the_file_that_it_leads_to()
    {
        _folder.Write("repo/policy.json", Org);
        _folder.Link("repo/link.json", "policy.json");

        var loaded = LoadWritten("""["link.json", "policy.json"]""");

        Assert.Empty(loaded.Findings);
        Assert.Equal(2, loaded.Layers.Count);
    }

    [Fact]
    public void Every_policy_from_the_project_up_to_the_root_is_a_layer()
    {
        _folder.Write("ai-tool-policy.json", """{ "name": "Outside", "default": "deny" }""");
        _folder.Write("repo/ai-tool-policy.json", """{ "name": "Repo", "default": "warn" }""");
        _folder.Write("repo/src/ai-tool-policy.json", """{ "name": "Src" }""");
        _folder.Write("repo/src/app/ai-tool-policy.json", """{ "name": "App", "unknown": "deny" }""");
        var root = _folder.In("repo");

        var loaded = PolicyLocator.Found(_folder.In("repo/src/app"), root).Load(CompiledCatalog.Embedded);

        Assert.Equal(["App", "Src", "Repo"], loaded.Layers.Select(layer => layer.Name));
        Assert.Equal(PolicyAction.Warn, loaded.Policy!.Default.Action);
        Assert.Equal(_folder.In("ai-tool-policy.json"), Assert.Single(PolicyLocator.Stack(_folder.In("other"), _folder.In("other"))));
        Assert.Equal(_folder.In("ai-tool-policy.json"), PolicyLocator.Uppermost(_folder.In("repo/src/app")));
    }

    [Fact]
    public void A_nearer_policy_that_cannot_be_read_takes_nothing_away()
    {
        _folder.Write("repo/ai-tool-policy.json", Org);
        _folder.WriteBytes("repo/src/ai-tool-policy.json", [0x7B, 0xFC, 0x7D]);

        var loaded = PolicyLocator.Found(_folder.In("repo/src"), _folder.In("repo")).Load(CompiledCatalog.Embedded);

        Assert.Equal("AITP3002", Assert.Single(loaded.Findings).Rule.Id);
        Assert.Equal(PolicyAction.Deny, loaded.Policy!.Default.Action);
    }

    [Fact]
    public void A_layer_that_a_package_brings_is_above_all_others()
    {
        _folder.Write("repo/ai-tool-policy.json", """{ "name": "Repo", "default": "allow" }""");
        var brought = _folder.Write("packages/policy.json", Org);

        var loaded = PolicyLocator.Found(_folder.In("repo"), _folder.In("repo"), new PolicySources([brought], [])).Load(CompiledCatalog.Embedded);

        Assert.Equal(PolicyAction.Deny, loaded.Policy!.Default.Action);
        Assert.Equal(["Repo", "Org"], loaded.Layers.Select(layer => layer.Name));
    }

    private LoadedPolicy Load(string reference) => LoadWritten($"\"{reference}\"");

    private LoadedPolicy LoadWritten(string extends)
    {
        var path = _folder.Write("repo/ai-tool-policy.json", $$"""{ "extends": {{extends}}, "unknown": "notice" }""");
        return PolicyLocator.LoadNamed(path, _folder.In("repo"), CompiledCatalog.Embedded);
    }
}
