using System.Text.Json;

namespace AiToolPolicy.Engine.Tests.Catalog;

/// <summary>The catalog as its files say, read by another reader than the engine's.</summary>
internal static class CatalogFiles
{
    public static IReadOnlyList<Entry> Signatures { get; } = [.. Files().SelectMany(EntriesOf)];

    public static IReadOnlyList<JsonElement> Vendors { get; } = [.. Files().Where(f => f.Root.TryGetProperty("vendor", out _)).Select(f => f.Root.GetProperty("vendor"))];

    /// <summary>Vendor id and tool.</summary>
    public static IReadOnlyList<(string Vendor, JsonElement Tool)> Tools { get; } =
    [
        .. Files().Where(f => f.Root.TryGetProperty("vendor", out _))
            .SelectMany(f => f.Root.GetProperty("tools").EnumerateArray().Select(tool => (f.Root.GetProperty("vendor").GetProperty("id").GetString()!, tool))),
    ];

    public static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static IEnumerable<(string Name, JsonElement Root)> Files() =>
        Directory.GetFiles(Path.Combine(Surroundings.Root, "policy/catalog"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), JsonDocument.Parse(File.ReadAllText(path)).RootElement));

    private static IEnumerable<Entry> EntriesOf((string Name, JsonElement Root) file)
    {
        var tools = file.Root.TryGetProperty("tools", out var list) ? list.EnumerateArray() : default;
        return tools.SelectMany(tool => tool.GetProperty("signatures").EnumerateArray().Select(s => new Entry(file.Name, tool.GetProperty("id").GetString(), s)))
            .Concat(new[] { "generic", "suspects" }
                .SelectMany(key => file.Root.TryGetProperty(key, out var entries) ? entries.EnumerateArray() : default)
                .Select(s => new Entry(file.Name, null, s)));
    }

    /// <param name="Tool">Null for a generic sign or a suspect.</param>
    internal sealed record Entry(string File, string? Tool, JsonElement Json)
    {
        public string Kind => Text("kind")!;

        public string Value => Text("value")!;

        public string Match => Text("match") ?? "exact";

        public IReadOnlyList<string> Matches => Texts("matches");

        public IReadOnlyList<string> Ignores => Texts("ignores");

        public string? Text(string key) => CatalogFiles.Text(Json, key);

        public override string ToString() => $"{File}: {Kind} {Match} '{Value}'";

        private string[] Texts(string key) =>
            Json.TryGetProperty(key, out var texts) ? [.. texts.EnumerateArray().Select(t => t.GetString()!)] : [];
    }
}
