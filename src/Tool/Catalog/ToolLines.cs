using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using CatalogTool = AiToolPolicy.Engine.Catalog.Tool;

namespace AiToolPolicy.Tool.Catalog;

/// <summary>Tools of the catalog, one line or one JSON object each.</summary>
internal static class ToolLines
{
    public static string Render(IReadOnlyList<FoundTool> tools, string format) =>
        format == "json" ? Json(tools) : string.Concat(tools.Select(found => Line(found) + "\n"));

    private static string Line(FoundTool found)
    {
        var (tool, because) = found;
        var country = tool.Vendor.Jurisdiction is { } code ? $", {code}" : "";
        var sign = because is null ? "" : $" · {Words<SignatureKind>.Of(because.Kind)} {because.Value}";
        return PlainText.Safe($"{tool.Id} · {tool.Name} by {tool.Vendor.Name} ({tool.Vendor.Id}{country}) · {tool.Category}{sign}", 1000);
    }

    private static string Json(IReadOnlyList<FoundTool> tools) => JsonWriter.Object(json => json.Objects("tools", tools, found =>
    {
        var (tool, because) = found;
        json.String("id", tool.Id);
        json.String("name", tool.Name);
        json.String("vendor", tool.Vendor.Id);
        json.String("vendorName", tool.Vendor.Name);
        json.String("jurisdiction", tool.Vendor.Jurisdiction);
        json.String("category", tool.Category);
        json.String("modelVendor", tool.ModelVendor);
        json.String("homepage", tool.Homepage);
        if (because is not null)
        {
            json.Object("because", () =>
            {
                json.String("kind", Words<SignatureKind>.Of(because.Kind));
                json.String("value", because.Value);
            });
        }
    }));
}

/// <summary>A tool that was asked for.</summary>
/// <param name="Because">By which sign it was found, where it was not by a name.</param>
internal sealed record FoundTool(CatalogTool Tool, Signature? Because);
