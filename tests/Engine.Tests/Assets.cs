using System.Text.Json;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests;

/// <summary>Assets files as NuGet writes them, from a short notation of the graph.</summary>
internal static class Assets
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One framework, net10.0. Direct ids separated by blanks; packages as <c>A/1.0 > B C</c>, separated by semicolons.</summary>
    public static InputFile Of(string direct, string packages, string path = "src/App/obj/project.assets.json") => Of(path, ("net10.0", direct, packages));

    public static InputFile Of(string path, params (string Framework, string Direct, string Packages)[] frameworks)
    {
        var document = new
        {
            version = 4,
            targets = frameworks.ToDictionary(f => f.Framework, f => Libraries(f.Packages)),
            project = new
            {
                version = "1.0.0",
                frameworks = frameworks.Where(f => !f.Framework.Contains('/', StringComparison.Ordinal)).ToDictionary(f => f.Framework, f => new
                {
                    framework = f.Framework,
                    targetAlias = f.Framework,
                    dependencies = Words(f.Direct).ToDictionary(id => id, _ => new { target = "Package", version = "[1.0.0, )" }),
                }),
            },
        };
        return InputFile.Of(path, JsonSerializer.Serialize(document, Indented));
    }

    private static Dictionary<string, object> Libraries(string packages) => packages
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(package => package.Split('>', StringSplitOptions.TrimEntries))
        .ToDictionary(parts => parts[0], parts => (object)new
        {
            type = "package",
            dependencies = Words(parts.ElementAtOrDefault(1) ?? "").ToDictionary(id => id, _ => "1.0.0"),
            compile = new Dictionary<string, object> { [$"lib/net10.0/{parts[0].Split('/')[0]}.dll"] = new { related = ".xml" } },
        });

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
