using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Edits;

public class ExemptionSkeletonTests
{
    private static readonly ExemptionDraft Draft = new("acme", "AITP1001", "package", "Acme", "src/App.csproj");

    private const string Record = """
        {
          "tool": "acme",
          "rule": "AITP1001",
          "surface": "package",
          "evidence": "Acme",
          "paths": [
            "src/App.csproj"
          ],
          "justification": "",
          "owner": "",
          "expires": ""
        }
        """;

    private static string Indented(int depth) => Record.Replace("\n", "\n" + new string(' ', depth), StringComparison.Ordinal);

    private static string Added(string text, ExemptionDraft? draft = null)
    {
        var file = new SourceFile("ai-tool-exemptions.json", text);
        var edit = ExemptionSkeleton.AddTo(file, draft ?? Draft);
        Assert.Null(edit.Refusal);
        var result = TextEdit.Apply(text, edit.Edits);
        Assert.Empty(JsonReader.Read(new SourceFile(file.Path, result), JsonOptions.Relaxed).Problems);
        return result;
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Empty_file_becomes_a_whole_one(string text) => Assert.Equal(
        $$"""
        {
          "$schema": "https://github.com/aitoolpolicy/aitoolpolicy/blob/main/policy/schema/ai-tool-exemptions.schema.json",
          "exemptions": [
            {{Indented(4)}}
          ]
        }

        """,
        Added(text));

    [Theory]
    [InlineData("{ \"exemptions\": [] }", "{ \"exemptions\": [\n  @2\n] }")]
    [InlineData("{\n  \"exemptions\": [\n  ]\n}", "{\n  \"exemptions\": [\n    @4\n  ]\n}")]
    [InlineData("{\n  // ours\n  \"name\": 1 // n\n}", "{\n  // ours\n  \"name\": 1, // n\n  \"exemptions\": [\n    @4\n  ]\n}")]
    [InlineData("{\n    \"exemptions\": [\n        { } // one\n        // two\n    ]\n}", "{\n    \"exemptions\": [\n        { }, // one\n        // two\n        @8\n    ]\n}")]
    [InlineData("{\n  \"exemptions\": [\n    { },\n  ],\n}", "{\n  \"exemptions\": [\n    { },\n    @4\n  ],\n}")]
    public void Record_is_put_at_the_end_and_comments_stay(string text, string expected)
    {
        var depth = expected[expected.IndexOf('@', StringComparison.Ordinal) + 1] - '0';
        Assert.Equal(expected.Replace($"@{depth}", Indented(depth), StringComparison.Ordinal), Added(text));
    }

    [Fact]
    public void Line_ends_are_those_of_the_file() =>
        Assert.DoesNotContain("\n", Added("{\r\n  \"exemptions\": [\r\n    { }\r\n  ]\r\n}\r\n").Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Same_record_is_not_written_twice() => Assert.Equal(
        "has a record already, at ai-tool-exemptions.json(4,5)",
        ExemptionSkeleton.AddTo(new SourceFile("ai-tool-exemptions.json", Added("")), Draft).Refusal);

    [Fact]
    public void Another_place_is_another_record() => Added(Added(""), Draft with { Path = "src/Other.csproj" });

    [Theory]
    [InlineData("{ \"exemptions\": [ }", "could not be entered in ai-tool-exemptions.json(1,19): Expected a value")]
    [InlineData("[]", "could not be entered in ai-tool-exemptions.json: it is no JSON object.")]
    [InlineData("{ \"exemptions\": {} }", "could not be entered at ai-tool-exemptions.json(1,17): 'exemptions' is an object")]
    public void File_that_is_wrong_is_left_alone(string text, string reason) => Assert.StartsWith(
        reason, ExemptionSkeleton.AddTo(new SourceFile("ai-tool-exemptions.json", text), Draft).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Thing_in_no_catalog_has_no_tool() =>
        Assert.DoesNotContain("\"tool\"", Added("", Draft with { Tool = null, Evidence = "Say \"hi\"" }), StringComparison.Ordinal);
}
