using AiToolPolicy.Engine.Tests.Documents;
using NJsonSchema;

namespace AiToolPolicy.Tool.Tests;

/// <summary>The files of this repository are what their schemas say, so that an editor agrees with the readers.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var (folder, schema) in new[] { ("catalog", "ai-tool-catalog.schema.json"), ("samples", "ai-tool-policy.schema.json") })
            {
                foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "policy", folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    files.Add(Path.GetRelativePath(Repository.Root, file), file.EndsWith("ai-tool-exemptions.json", StringComparison.Ordinal) ? "ai-tool-exemptions.schema.json" : schema);
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_is_what_its_schema_says(string file, string schema)
    {
        // The validator resolves definitions by their older name alone.
        var text = Repository.Read("policy/schema/" + schema).Replace("$defs", "definitions", StringComparison.Ordinal);
        var expected = await JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken);

        // Newtonsoft's reader, which the validator uses, takes the comments that the samples have.
        var wrong = expected.Validate(await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken));

        Assert.Equal("", string.Join('\n', wrong.Select(error => $"{error.LineNumber}: {error.Kind} {error.Path}")));
    }
}
