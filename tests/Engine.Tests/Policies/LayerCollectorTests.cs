using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

public class LayerCollectorTests
{
    [Fact]
    public void Layers_are_found_from_one_to_the_next()
    {
        var loaded = new LayerSample(
            ("repo.json", """{ "name": "Repo", "extends": "org.json" }"""),
            ("org.json", """{ "name": "Org", "version": "7", "extends": ["base.json"], "default": "deny" }"""),
            ("base.json", """{ "default": "notice" }""")).Load();

        Assert.Equal("", Rendered.Lines(loaded.Findings));
        Assert.Equal("repo.json Repo  <1,2> | org.json Org 7 <2> | base.json   <>",
            string.Join(" | ", loaded.Layers.Select(layer => $"{layer.Path} {layer.Name} {layer.Version} <{string.Join(",", layer.Above)}>")));
        Assert.Equal("policy 'Repo' under 'Org' 7, base.json", loaded.Policy!.Title);
        Assert.All(loaded.Layers, layer => Assert.StartsWith(Digest.Prefix, layer.Digest, StringComparison.Ordinal));
    }

    [Fact]
    public void Digest_of_the_whole_changes_with_every_layer()
    {
        static string? Of(string org) => new LayerSample(("repo.json", """{ "extends": "org.json" }"""), ("org.json", org)).Load().Digest;

        Assert.Equal(Of("""{ "default": "deny" }"""), Of("""{ "default": "deny" }"""));
        Assert.NotEqual(Of("""{ "default": "deny" }"""), Of("""{ "default": "warn" }"""));
        Assert.Equal(Digest.Of("""{ "default": "deny" }"""), Sample.Policy("""{ "default": "deny" }""").Digest);
    }

    [Fact]
    public void A_layer_that_two_others_extend_is_read_once()
    {
        var layers = new LayerSample(
            ("repo.json", """{ "extends": ["a.json", "b.json"] }"""),
            ("a.json", """{ "extends": "top.json", "default": "warn" }"""),
            ("b.json", """{ "extends": "top.json", "default": "warn" }"""),
            ("top.json", """{ "default": "notice" }""")).Collect();

        Assert.Equal("repo.json a.json b.json top.json", string.Join(" ", layers.Texts.Select(layer => layer.File.Path)));
        Assert.Empty(layers.Findings);
    }

    [Fact]
    public void A_policy_that_extends_itself_says_so() => Assert.Equal(
        "repo.json(1,15): error AITP3001: The policy extends itself. The way here: repo.json → repo.json.",
        new LayerSample(("repo.json", """{ "extends": ["repo.json"], "default": "deny" }""")).Problems());

    [Fact]
    public void Policies_in_a_circle_say_so_once_and_all_of_them_hold()
    {
        var loaded = new LayerSample(
            ("a.json", """{ "extends": "b.json", "default": "notice" }"""),
            ("b.json", """{ "extends": "c.json", "default": "warn" }"""),
            ("c.json", """{ "extends": "b.json", "default": "deny" }""")).Load();

        Assert.Equal(
            "c.json(1,14): error AITP3001: The policies extend each other in a circle. The way here: b.json → c.json → b.json.",
            Rendered.Lines(loaded.Findings.Where(f => f.Rule.Id == "AITP3001")));
        Assert.Equal(PolicyAction.Deny, loaded.Policy!.Default.Action);
    }

    [Fact]
    public void Eight_steps_are_followed_and_the_ninth_is_not()
    {
        Assert.Empty(Chain(8).Findings);

        var loaded = Chain(50);
        Assert.Equal(
            "8.json(1,14): error AITP3001: More than 8 steps of 'extends' lead here; what lies beyond is not read. The way here: 0.json → 1.json → 2.json → 3.json → 4.json → 5.json → 6.json → 7.json → 8.json → 9.json.",
            Rendered.Lines(loaded.Findings));
        Assert.Equal(9, loaded.Layers.Count);
    }

    [Fact]
    public void A_short_way_to_a_layer_counts_and_not_a_long_one()
    {
        var files = Enumerable.Range(0, 9).Select(i => ($"{i}.json", $$"""{ "extends": "{{i + 1}}.json", "default": "deny" }"""))
            .Append(("9.json", """{ "default": "deny" }""")).ToArray();
        files[0].Item2 = """{ "extends": ["1.json", "9.json"] }""";

        Assert.Empty(new LayerSample(files).Load().Findings);
    }

    [Fact]
    public void Thirty_two_layers_are_read_and_not_one_more()
    {
        Assert.Empty(Star(31).Findings);

        var loaded = Star(40);
        Assert.Equal("repo.json(1,315): error AITP3001: The policy is made of more than 32 layers; the rest is not read. The way here: repo.json → 31.json.", Rendered.Lines(loaded.Findings));
        Assert.Equal(32, loaded.Layers.Count);
    }

    [Fact]
    public void Layers_that_all_extend_each_other_are_no_trap()
    {
        var files = Enumerable.Range(0, 32).Select(i =>
            ($"{i}.json", $$"""{ "extends": [{{string.Join(",", Enumerable.Range(i + 1, 31 - i).Select(j => $"\"{j}.json\""))}}], "default": "deny" }""")).ToArray();
        files[31].Item2 = """{ "default": "deny" }""";

        Assert.Empty(new LayerSample(files).Load().Findings);
    }

    [Fact]
    public void A_layer_that_is_missing_costs_nothing_that_is_there()
    {
        var loaded = new LayerSample(
            ("repo.json", """
                { "extends": [
                    "none.json",
                    "org.json" ] }
                """),
            ("org.json", """{ "default": "deny" }""")).Load();

        Assert.Equal("repo.json(2,5): error AITP3002: The layer 'none.json' is not there.", Rendered.Lines(loaded.Findings));
        Assert.Equal(PolicyAction.Deny, loaded.Policy!.Default.Action);
    }

    [Theory]
    [InlineData("\"https://contoso.example/policy.json\"", "'https://contoso.example/policy.json' is an address, and none is read: name a layer by its path relative to this file, or by 'package:' with an id and a version range.")]
    [InlineData("\"file:///etc/policy.json\"", "'file:///etc/policy.json' is an address, and none is read: name a layer by its path relative to this file, or by 'package:' with an id and a version range.")]
    [InlineData("\"pakage:Contoso@1\"", "'pakage:' is no way to name a layer. Did you mean 'package'? Name it by its path relative to this file, or by 'package:' with an id and a version range.")]
    [InlineData("[ \"\" ]", "'extends' names a layer without a name.")]
    [InlineData("\" \"", "'extends' names a layer without a name.")]
    [InlineData("[ ]", "'extends' names no layer: leave it out. An empty list takes nothing away from what layers above say.")]
    [InlineData("null", "'extends' must be a string, an object with 'layer' and 'trust', or an array of them, found null.")]
    [InlineData("[ 3 ]", "'extends' must be a string, an object with 'layer' and 'trust', or an array of them, found a number.")]
    [InlineData("{ \"trust\": {} }", "The key 'layer' is missing.")]
    [InlineData("{ \"layer\": \"a.json\", \"thrust\": {} }", "Unknown key 'thrust'. Did you mean 'trust'? Valid keys: layer, trust.")]
    public void A_reference_that_is_none_says_what_is_one(string written, string expected)
    {
        var loaded = new LayerSample(("repo.json", $$"""{ "extends": {{written}}, "default": "deny" }"""), ("a.json", """{ "default": "deny" }""")).Load();

        Assert.Equal(expected, Assert.Single(loaded.Findings).Message);
    }

    [Theory]
    [InlineData("", "org.json(1,1): error AITP3001: The policy file is empty.")]
    [InlineData("[]", "org.json(1,1): error AITP3001: A policy is a JSON object, found an array.")]
    [InlineData("{ \"default\": ", "org.json(1,14): error AITP3001: ")]
    [InlineData("{ }", "org.json(1,1): error AITP3001: The policy decides nothing: it has neither a rule in 'rules' nor a 'default'.")]
    public void A_layer_above_that_says_nothing_is_an_error_there_and_the_lower_one_holds(string org, string expected)
    {
        var loaded = new LayerSample(("repo.json", """{ "extends": "org.json", "default": "warn" }"""), ("org.json", org)).Load();

        Assert.StartsWith(expected, Rendered.Lines(loaded.Findings), StringComparison.Ordinal);
        Assert.Equal(PolicyAction.Warn, loaded.Policy!.Default.Action);
        Assert.NotEmpty(PolicyCheck.Run(new CheckRequest(loaded, [Sample.Project("<PackageReference Include=\"Acme\" />")], Sample.Today)).Findings);
    }

    [Fact]
    public void A_file_that_stands_above_another_is_above_it_without_a_word()
    {
        var files = new LayerSample(("src/a.json", """{ "default": "notice" }"""), ("a.json", """{ "name": "Top", "default": "warn" }"""));

        Assert.Equal(PolicyAction.Warn, files.Load("a.json").Policy!.Default.Action);
        Assert.Equal("1", string.Join(",", files.Load("a.json").Layers[0].Above));
    }

    [Fact]
    public void A_file_that_an_upper_one_extends_is_above_it_wherever_it_stands()
    {
        var loaded = new LayerSample(("src/a.json", """{ "default": "notice" }"""), ("a.json", """{ "extends": "src/a.json", "default": "warn" }""")).Load("a.json");

        Assert.Empty(loaded.Findings);
        Assert.Equal("src/a.json <> | a.json <0>", string.Join(" | ", loaded.Layers.Select(layer => $"{layer.Path} <{string.Join(",", layer.Above)}>")));
    }

    [Fact]
    public void What_was_collected_can_be_told_to_a_host_that_can_look_nothing_up()
    {
        var layers = new LayerSample(
            ("repo.json", """{ "extends": ["a.json", "b.json"], "default": "notice" }"""),
            ("a.json", """{ "default": "warn" }"""),
            ("b.json", """{ "extends": "a.json", "default": "deny" }""")).Collect();
        var restored = PolicyLayers.Restore(layers.Texts, [.. layers.Texts.Select((_, i) => layers.DirectlyAbove(i))]);

        Assert.Equal(Describe(PolicyFile.Load(layers, Sample.Catalog)), Describe(PolicyFile.Load(restored, Sample.Catalog)));
    }

    private static string Describe(LoadedPolicy loaded) =>
        $"{loaded.Policy!.Default} {loaded.Digest} {string.Join("|", loaded.Layers.Select(layer => $"{layer.Path}<{string.Join(",", layer.Above)}>"))}";

    private static LoadedPolicy Chain(int steps) => new LayerSample([
        .. Enumerable.Range(0, steps).Select(i => ($"{i}.json", $$"""{ "extends": "{{i + 1}}.json", "default": "deny" }""")),
        ($"{steps}.json", """{ "default": "deny" }"""),
    ]).Load();

    private static LoadedPolicy Star(int points) => new LayerSample([
        ("repo.json", $$"""{ "extends": [{{string.Join(",", Enumerable.Range(0, points).Select(i => $"\"{i}.json\""))}}], "default": "deny" }"""),
        .. Enumerable.Range(0, points).Select(i => ($"{i}.json", """{ "default": "deny" }""")),
    ]).Load();
}
