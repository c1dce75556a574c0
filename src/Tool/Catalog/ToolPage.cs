using System.Text;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using CatalogTool = AiToolPolicy.Engine.Catalog.Tool;

namespace AiToolPolicy.Tool.Catalog;

/// <summary>All that the catalog knows of one tool.</summary>
internal static class ToolPage
{
    private static readonly string[] Shown = ["value", "kind", "match", "confidence", "source", "matches", "ignores"];

    public static string Render(CatalogTool tool, JsonObject facts, string format) => format == "json" ? Json(tool, facts) : Text(tool, facts);

    private static string Text(CatalogTool tool, JsonObject facts)
    {
        var page = new StringBuilder();
        page.Append(PlainText.Safe($"{tool.Name} ({tool.Id})")).Append('\n');
        Append(page, "vendor", $"{tool.Vendor.Name} ({tool.Vendor.Id})");
        Append(page, "jurisdiction", tool.Vendor.Jurisdiction);
        Append(page, "parent", tool.Vendor.Parent);
        Append(page, "category", tool.Category);
        foreach (var (key, text) in CatalogFacts.Texts(facts).Where(pair => pair.Key is not ("id" or "name" or "category")))
        {
            Append(page, key, text);
        }

        foreach (var kind in CatalogFacts.Signatures(facts))
        {
            page.Append('\n').Append(kind.Key).Append('\n');
            foreach (var signature in kind)
            {
                page.Append("  ").Append(Line(signature)).Append('\n');
            }
        }

        return page.ToString();
    }

    // "**/.x/** (glob, role settings) · high · repository x/y"
    private static string Line(JsonObject signature)
    {
        var match = CatalogFacts.Text(signature, "match") is { Length: > 0 } word ? [word] : Array.Empty<string>();
        var more = match.Concat(CatalogFacts.Texts(signature).Where(pair => !Shown.Contains(pair.Key)).Select(pair => pair.Text == "yes" ? pair.Key : $"{pair.Key} {pair.Text}"));
        var details = string.Join(", ", more);
        var value = CatalogFacts.Text(signature, "value") + (details.Length == 0 ? "" : $" ({details})");
        return PlainText.Safe($"{value} · {CatalogFacts.Text(signature, "confidence")} · {CatalogFacts.Text(signature, "source")}", 1000);
    }

    private static string Json(CatalogTool tool, JsonObject facts) => JsonWriter.Object(json =>
    {
        json.String("id", tool.Id);
        json.String("name", tool.Name);
        json.Object("vendor", () =>
        {
            json.String("id", tool.Vendor.Id);
            json.String("name", tool.Vendor.Name);
            json.String("jurisdiction", tool.Vendor.Jurisdiction);
            json.String("parent", tool.Vendor.Parent);
        });
        json.String("category", tool.Category);
        json.String("modelVendor", tool.ModelVendor);
        json.String("homepage", tool.Homepage);
        json.Objects("signatures", CatalogFacts.Signatures(facts).SelectMany(kind => kind), signature =>
        {
            foreach (var member in signature.Members)
            {
                Write(json, member);
            }
        });
    });

    private static void Write(JsonWriter json, JsonMember member)
    {
        switch (member.Value)
        {
            case JsonString text:
                json.String(member.Name.Value, text.Value);
                break;
            case JsonBoolean flag:
                json.Boolean(member.Name.Value, flag.Value);
                break;
            case JsonArray list:
                json.Strings(member.Name.Value, list.Items.OfType<JsonString>().Select(item => item.Value));
                break;
        }
    }

    private static void Append(StringBuilder page, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            page.Append("  ").Append(key.PadRight(14)).Append(PlainText.Safe(text, 1000)).Append('\n');
        }
    }
}
