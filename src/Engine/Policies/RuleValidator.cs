using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Checks one entry of <c>rules</c>.</summary>
internal sealed class RuleValidator(List<JsonProblem> problems, ToolCatalog catalog)
{
    private readonly SelectorParser _selectors = new(catalog);

    /// <summary>The rule without what is wrong in it, or null when nothing is left to judge by.</summary>
    public PolicyRule? Validate(RuleDocument written)
    {
        var selectors = Selectors(written.Tools ?? []);
        var except = Selectors(written.Except);
        var action = written.Action is null ? default : Parse<PolicyAction>(written.Action.Value);
        var rule = new PolicyRule(action, selectors, written.Location)
        {
            Id = written.Id?.Value,
            Except = except,
            Effective = written.Effective is null ? null : ReadDay(written.Effective),
            Before = Before(written, action),
            TransitiveEffective = written.TransitiveEffective is null ? null : ReadDay(written.TransitiveEffective),
            Versions = Range(written.Versions),
            Surfaces = written.Surfaces is null ? null : [.. written.Surfaces.Select(word => Parse<Surface>(word.Value))],
            Strength = written.Strength is null ? Strength.Instructions : Parse<Strength>(written.Strength.Value),
            AllowedThrough = [.. written.AllowedThrough.Select(id => id.Value)],
            Paths = written.Paths is null ? null : [.. written.Paths.Select(path => new PathGlob(path.Value))],
            Reason = written.Reason,
            UseInstead = [.. written.UseInstead.Select(Replacement)],
            UseInsteadIds = [.. written.UseInstead.Select(id => id.Value).Where(id => catalog.Tool(id) is not null)],
            Link = Address(written.Link),
            Exemptable = written.Exemptable ?? true,
            Written = written,
        };
        ReportContradictions(written);
        return selectors.Count == 0 || written.Action is null ? null : rule;
    }

    private void ReportContradictions(RuleDocument written)
    {
        if (written.Before is not null && written.Effective is null && written.TransitiveEffective is null)
        {
            Report("'before' says what holds until the rule's date, but the rule has no 'effective'.", written.Before.Location);
        }
    }

    private List<Selector> Selectors(IReadOnlyList<Placed<string>> written)
    {
        var selectors = new List<Selector>();
        foreach (var text in written)
        {
            if (_selectors.Parse(text.Value, out var problem) is { } selector)
            {
                selectors.Add(selector);
            }
            else
            {
                Report(problem!, text.Location);
            }
        }

        return selectors;
    }

    private static PolicyAction? Before(RuleDocument written, PolicyAction action) =>
        written.Before is not null ? Parse<PolicyAction>(written.Before.Value)
        : action switch
        {
            PolicyAction.Deny => PolicyAction.Warn,
            PolicyAction.Warn => PolicyAction.Notice,
            _ => null,
        };

    // A date that cannot be read is no reason to wait.
    private Day ReadDay(Placed<string> text)
    {
        if (!Day.TryParse(text.Value, out var day))
        {
            Report($"'{PlainText.Safe(text.Value)}' is no date: write the UTC day as yyyy-MM-dd. Until it is mended the rule counts as in force.", text.Location);
        }

        return day;
    }

    private string? Range(Placed<string>? range)
    {
        if (range is null || Versions.IsRange(SignatureKind.Nuget, range.Value) || Versions.IsRange(SignatureKind.Npm, range.Value))
        {
            return range?.Value;
        }

        Report($"'{PlainText.Safe(range.Value)}' is no version range of NuGet (for instance \"[2.1.91,)\") or npm (for instance \">=2.1.91\").", range.Location);
        return null;
    }

    private string Replacement(Placed<string> id)
    {
        if (catalog.Tool(id.Value) is { } tool)
        {
            return PlainText.Safe($"{tool.Name} ({tool.Id})");
        }

        Report($"No tool '{PlainText.Safe(id.Value)}' is in the catalog.{Nearest.Hint(id.Value, catalog.Tools.Select(t => t.Id))}", id.Location);
        return PlainText.Safe(id.Value);
    }

    private string? Address(Placed<string>? link)
    {
        if (link is null || (Uri.TryCreate(link.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            return link?.Value;
        }

        Report($"'{PlainText.Safe(link.Value)}' is no http or https address.", link.Location);
        return null;
    }

    private static T Parse<T>(string word)
        where T : struct, Enum => Words<T>.TryParse(word, out var value) ? value : default;

    private void Report(string message, Location location) => problems.Add(new JsonProblem(message, location));
}
