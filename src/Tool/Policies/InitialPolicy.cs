using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Policies;

/// <summary>The text of a first policy: one of the product's samples, or one that is made of what a repository shows.</summary>
internal static partial class InitialPolicy
{
    /// <summary>The name of the one that is made of what was found.</summary>
    public const string Found = "found";

    /// <summary>Where editors find what a policy may hold.</summary>
    public const string Schema = "https://raw.githubusercontent.com/aitoolpolicy/aitoolpolicy/main/policy/schema/ai-tool-policy.schema.json";

    private const string Prefix = "samples/";

    /// <summary>The samples by name, in ordinal order.</summary>
    public static IReadOnlyList<string> Samples { get; } =
    [
        .. typeof(InitialPolicy).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A sample as it stands, with the schema's address in place of the path that leads there in our repository.</summary>
    public static string Sample(string name)
    {
        using var stream = typeof(InitialPolicy).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new ArgumentException($"There is no sample '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return SchemaPath().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), $"\"$schema\": \"{Schema}\"", 1);
    }

    /// <summary>A policy with a rule for each tool that was found, none of which restricts anything yet.</summary>
    /// <param name="folder">The name of the repository's folder.</param>
    public static string Of(IReadOnlyList<Finding> findings, ToolCatalog catalog, string folder, Day today)
    {
        var tools = ToolGroup.Of(findings).OrderBy(tool => tool.Id, StringComparer.Ordinal).ToList();
        var rules = tools.Count == 0 ? "\n" : $"\n{string.Join(",\n\n", tools.Select(tool => Rule(tool, catalog)))}\n  ";
        return $$"""
            {
              "$schema": "{{Schema}}",

              // Made of what stood here on {{today}}. Decide of each tool: allow, notice, warn or deny. Until then nothing fails.
              "name": {{Quoted($"{folder} AI tool policy")}},
              "version": "1",

              // AI tools that no rule speaks of, and what looks like one and is in no catalog.
              "default": "notice",
              "unknown": "notice",

              "rules": [{{rules}}]
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Rule(ToolGroup group, ToolCatalog catalog)
    {
        var tool = catalog.Tool(group.Id);
        var surfaces = string.Join(", ", group.Surfaces.Select(surface => $"{surface.Findings} {surface.Surface}"));
        return $$"""
                // {{Comment($"{tool?.Name ?? group.Id} by {tool?.Vendor.Name ?? group.Vendor}: {surfaces}")}}
                { "id": {{Quoted(group.Id)}}, "tools": [{{Quoted(group.Id)}}], "action": "notice" }
            """;
    }

    // A catalog's name of a tool is text of somebody else's.
    private static string Comment(string text) => PlainText.Safe(text);

    private static string Quoted(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";

    [GeneratedRegex("\"\\$schema\": \"[^\"]*\"")]
    private static partial Regex SchemaPath();
}
