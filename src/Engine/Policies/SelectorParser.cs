using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Turns what a rule's <c>tools</c> and <c>except</c> say into selectors; a name that the catalog does not know is an error with the nearest one.</summary>
internal sealed class SelectorParser(ToolCatalog catalog)
{
    /// <returns>The selector, or null with the reason.</returns>
    public Selector? Parse(string text, out string? problem)
    {
        problem = null;
        if (text == "*")
        {
            return Selector.Everything;
        }

        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            problem = Check(text, "tool", catalog.Tools.Select(t => t.Id), Selector.Prefixes.Select(p => p + text).Where(IsKnown));
            return problem is null ? Selector.OfTool(text) : null;
        }

        var (prefix, name) = (text.Substring(0, colon + 1), text.Substring(colon + 1));
        switch (prefix)
        {
            case "vendor:":
                problem = Check(name, "vendor", catalog.Vendors.Select(v => v.Id), []);
                return problem is null ? Selector.OfVendor(name) : null;
            case "model-vendor:":
                problem = Check(name, "vendor", catalog.Vendors.Select(v => v.Id), []);
                return problem is null ? Selector.OfModelVendor(name) : null;
            case "category:":
                var categories = catalog.Tools.Select(t => t.Category).Distinct().ToList();
                problem = Check(name, "category", categories, []);
                problem = problem is null ? null : $"{problem} Valid categories: {string.Join(", ", categories.OrderBy(c => c, StringComparer.Ordinal).Select(c => PlainText.Safe(c)))}.";
                return problem is null ? Selector.OfCategory(name) : null;
            case "jurisdiction:" when name.Length == 2 && name.All(char.IsLetter):
                return Selector.OfJurisdiction(name);
            case "jurisdiction:":
                problem = $"'{PlainText.Safe(name)}' is no country: write its two letters as in ISO 3166, for instance 'jurisdiction:US'.";
                return null;
            case "mcp:" when name == "*":
                return Selector.EveryServer;
            case "mcp:":
                return Server(name, out problem);
            default:
                problem = $"'{PlainText.Safe(text)}' selects nothing.{Nearest.Hint(prefix, Selector.Prefixes)} Write a tool id, *, or one of {string.Join(", ", Selector.Prefixes)} and a name.";
                return null;
        }
    }

    // "npm/@scope/name", "host/*.example.org"
    private static Selector? Server(string name, out string? problem)
    {
        var slash = name.IndexOf('/');
        var word = slash < 0 ? name : name.Substring(0, slash);
        if (ServerSign.KindOf(word) is { } kind && slash >= 0 && slash + 1 < name.Length)
        {
            problem = null;
            return Selector.OfServer(kind, name.Substring(slash + 1));
        }

        problem = $"'{PlainText.Safe(name)}' names no MCP server.{(ServerSign.KindOf(word) is null ? Nearest.Hint(word, ServerSign.Kinds) : "")} Write mcp:* or mcp:<kind>/<id> with one of the kinds {string.Join(", ", ServerSign.Kinds)}.";
        return null;
    }

    private bool IsKnown(string selector) => Parse(selector, out _) is { Specificity: Specificity.Vendor or Specificity.Category };

    private static string? Check(string name, string what, IEnumerable<string> known, IEnumerable<string> instead)
    {
        var ids = known.ToList();
        if (ids.Contains(name))
        {
            return null;
        }

        var selector = instead.FirstOrDefault();
        var hint = selector is null ? Nearest.Hint(name, ids) : $" Did you mean '{PlainText.Safe(selector)}'?";
        return $"No {what} '{PlainText.Safe(name)}' is in the catalog.{hint}";
    }
}
