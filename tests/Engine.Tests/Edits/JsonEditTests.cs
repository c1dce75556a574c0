using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Edits;

public class JsonEditTests
{
    [Theory]
    [InlineData("{\n  \"tools\": {\n    \"acme\": {\n      \"version\": \"1.0.0\",\n      \"commands\": [\"acme\"]\n    },\n    \"b\": { }\n  }\n}\n", "{\n  \"tools\": {\n    \"b\": { }\n  }\n}\n")]
    [InlineData("{\r\n  \"tools\": {\r\n    \"b\": { },\r\n    \"acme\": { }\r\n  }\r\n}\r\n", "{\r\n  \"tools\": {\r\n    \"b\": { }\r\n  }\r\n}\r\n")]
    [InlineData("{ \"tools\": { \"a\": { }, \"acme\": { }, \"b\": { } } }", "{ \"tools\": { \"a\": { }, \"b\": { } } }")]
    [InlineData("{ \"tools\": { \"acme\": { } } }", "{ \"tools\": { } }")]
    [InlineData("{ \"tools\": { \"a\": { }, \"acme\": { }, \"acme.x\": { } } }", "{ \"tools\": { \"a\": { } } }")]
    [InlineData("{\"tools\":{\"acme\":{},\"acme.x\":{}}}", "{\"tools\":{}}")]
    public void Tool_goes_from_the_manifest(string text, string left) => Assert.Equal(left, Mended.Without(".config/dotnet-tools.json", text));

    [Theory]
    [InlineData("dependencies")]
    [InlineData("devDependencies")]
    [InlineData("overrides")]
    public void Npm_package_goes(string section) => Assert.Equal(
        $"{{\n  \"{section}\": {{\n    \"a\": \"1\"\n  }}\n}}\n",
        Mended.Without("web/package.json", $"{{\n  \"{section}\": {{\n    \"@acme/sdk\": \"^1.0.0\",\n    \"a\": \"1\",\n    \"mine\": \"npm:acme@2\"\n  }}\n}}\n"));

    [Fact]
    public void Nested_override_goes_and_what_holds_it_stays() => Assert.Equal(
        """{ "overrides": { "a": { "c": "1" } }, "bundledDependencies": ["b"] }""",
        Mended.Without("package.json", """{ "overrides": { "a": { "acme": "2", "c": "1" } }, "bundledDependencies": ["acme", "b"] }"""));

    [Theory]
    [InlineData(".vscode/extensions.json", "{ \"recommendations\": [ { 0 } ] }")]
    [InlineData("All.code-workspace", "{ \"extensions\": { \"recommendations\": [ { 0 } ] } }")]
    public void Recommendation_goes_with_its_comma_and_comments_stay(string path, string form)
    {
        string Text(string items) => form.Replace("{ 0 }", items, StringComparison.Ordinal);

        Assert.Equal(
            Text("\n    // editors\n    \"a.b\", // needed\n    // pilots\n    \"c.d\"\n  "),
            Mended.Without(path, Text("\n    // editors\n    \"a.b\", // needed\n    // pilots\n    \"acme.pilot\",\n    \"c.d\"\n  ")));
        Assert.Equal(
            Text("\n    \"a.b\" // needed\n    // the last\n  "),
            Mended.Without(path, Text("\n    \"a.b\", // needed\n    \"acme.pilot\" // the last\n  ")));
        Assert.Equal(Text("\n    \"a.b\",\n  "), Mended.Without(path, Text("\n    \"a.b\",\n    \"acme.pilot\",\n  ")));
        Assert.Equal(Text("\"a.b\""), Mended.Without(path, Text("\"a.b\", \"Acme.Pilot\"")));
        Assert.Equal(Text("\n    /* x */\n    \"a.b\"\n  "), Mended.Without(path, Text("\n    \"acme.pilot\" /* x */,\n    \"a.b\"\n  ")));
    }

    [Theory]
    [InlineData("{ \"tools\": {", "\n    ", ",", "\n  } }")]
    [InlineData("{\"tools\":{", "", ",", "}}")]
    [InlineData("{ \"tools\": { ", "", ", ", " } }")]
    [InlineData("{ \"tools\": {", "\r\n\t", ", // c", "\r\n } }")]
    [InlineData("{ \"tools\": {", "\n  // c\n  ", " /* c */ ,", "\n } }")]
    public void Whatever_goes_what_is_left_is_json_with_the_rest(string open, string before, string between, string close)
    {
        for (var set = 0; set < 32; set++)
        {
            var ids = Enumerable.Range(0, 5).Select(i => (set & (1 << i)) != 0 ? $"acme.{i}" : $"tool{i}").ToList();
            var text = open + string.Join(between, ids.Select(id => $"{before}\"{id}\": {{ }}")) + close;
            var left = set == 0 ? text : Mended.Without("dotnet-tools.json", text);

            var document = JsonReader.Read(new SourceFile("a.json", left), JsonOptions.Relaxed);
            Assert.Empty(document.Problems);
            Assert.Equal(ids.Where(id => id.StartsWith("tool", StringComparison.Ordinal)), ((JsonObject)((JsonObject)document.Root!)["tools"]!).Members.Select(m => m.Name.Value));
            Assert.Equal(Count(text, "c\n") + Count(text, "// c\r") + Count(text, "/* c */"), Count(left, "c\n") + Count(left, "// c\r") + Count(left, "/* c */"));
            Assert.DoesNotMatch(@",\s*\}", left);
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [Fact]
    public void Pinned_sdk_goes() => Assert.Equal("{ \"msbuild-sdks\": { } }", Mended.Without("global.json", "{ \"msbuild-sdks\": { \"Acme\": \"1.0.0\" } }"));

    [Fact]
    public void Packages_config_loses_its_line() => Assert.Equal(
        "<packages>\n  <package id=\"A\" version=\"1\" />\n</packages>",
        Mended.Without("packages.config", "<packages>\n  <package id=\"Acme\" version=\"1\" />\n  <package id=\"A\" version=\"1\" />\n</packages>"));

    [Fact]
    public void File_based_app_loses_its_directive()
    {
        Assert.Equal("#!/usr/bin/env dotnet\n#:package A@1\nreturn 0;\n", Mended.Without("app.cs", "#!/usr/bin/env dotnet\n#:package Acme@1.0\n#:package A@1\nreturn 0;\n"));
        Assert.Equal("#:package Globex.Client@*\nreturn 0;\n", Mended.Replaced("app.cs", "#:package Acme@1.0\nreturn 0;\n"));
    }

    [Theory]
    [InlineData("package.json", """{ "dependencies": { "@acme/sdk": "^1.0.0", "a": "1" } }""", """{ "dependencies": { "@globex/sdk": "latest", "a": "1" } }""")]
    [InlineData("package.json", """{ "dependencies": { "mine": "npm:acme@2" } }""", """{ "dependencies": { "mine": "npm:@globex/sdk@latest" } }""")]
    [InlineData("package.json", """{ "dependencies": { "acme": "2", "@globex/sdk": "3" } }""", """{ "dependencies": { "@globex/sdk": "3" } }""")]
    [InlineData("package.json", """{ "bundledDependencies": ["acme"] }""", """{ "bundledDependencies": ["@globex/sdk"] }""")]
    [InlineData(".vscode/extensions.json", """{ "recommendations": ["acme.pilot"] }""", """{ "recommendations": ["globex.pilot"] }""")]
    public void Entry_is_replaced(string path, string text, string replaced) => Assert.Equal(replaced, Mended.Replaced(path, text));

    [Fact]
    public void Tool_cannot_be_replaced_as_its_commands_are_not_known() => Assert.Equal(
        "cannot be replaced here, as the commands of 'Globex.Client' are not known: remove it and run 'dotnet tool install Globex.Client'",
        Mended.Refusals("dotnet-tools.json", """{ "tools": { "acme": { "version": "1.0.0" } } }""", "Globex.Client"));

    [Fact]
    public void Agent_file_is_mended_by_hand() =>
        Assert.Equal("is mended by hand: no edit is known for this kind of file", Mended.Refusals("ACME.md", "Be nice."));

    [Fact]
    public void Entry_that_has_gone_in_the_meantime_is_not_guessed_at()
    {
        var target = Mended.Target(Assert.Single(Mended.Findings("package.json", """{ "dependencies": { "acme": "1" } }""")));

        Assert.Equal("is no longer where it was found", FileMender.Remove(new SourceFile("package.json", """{ "dependencies": { "axme": "1" } }"""), target).Refusal);
        Assert.Equal("is no longer where it was found", FileMender.Remove(new SourceFile("package.json", "{ \"dep"), target).Refusal);
    }

    [Fact]
    public void Counterparts_are_of_the_same_kind_and_role_and_themselves_permitted()
    {
        string Of(string path, string text) => string.Join(" ", Counterparts.Of(Assert.Single(Mended.Findings(path, text)), Mended.Policy, Sample.Today));

        Assert.Equal("Globex.Client", Of("App.csproj", """<Project><ItemGroup><PackageReference Include="Acme" /></ItemGroup></Project>"""));
        Assert.Equal("Globex.Glue", Of("App.csproj", """<Project><ItemGroup><PackageReference Include="Acme.Glue" /></ItemGroup></Project>"""));
        Assert.Equal("@globex/sdk", Of("package.json", """{ "dependencies": { "acme": "1" } }"""));
        Assert.Equal("globex.pilot", Of(".vscode/extensions.json", """{ "recommendations": ["acme.pilot"] }"""));
        Assert.Equal("", Of("ACME.md", "Be nice."));
    }
}
