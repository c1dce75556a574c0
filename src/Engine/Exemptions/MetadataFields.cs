using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>The fields of an exemption as metadata of an MSBuild item, written as attributes or as elements.</summary>
/// <param name="prefix">What the names of the metadata begin with, beside the field's own.</param>
internal sealed class MetadataFields(XmlElement element, List<Finding> findings, string prefix)
{
    /// <summary>On what terms it is given.</summary>
    public static readonly IReadOnlyList<string> Terms = ["Justification", "Owner", "Expires", "Ticket", "ApprovedBy", "Created"];

    /// <summary>What narrows it down.</summary>
    public static readonly IReadOnlyList<string> Targets = ["Rule", "Surface", "Evidence", "Paths", "Fingerprint"];

    private static readonly string[] OfMSBuild = ["Include", "Condition", "Label"];

    private bool _hasMistakes;

    /// <summary>Whether the item has any metadata with the prefix.</summary>
    public bool Any => Names().Any(named => IsOurs(named.Name));

    /// <param name="known">The fields that may stand here.</param>
    public ExemptionDocument Read(IReadOnlyList<string> known)
    {
        var names = known.Select(field => prefix + field).ToList();
        foreach (var (name, location) in Names().Where(named => IsOurs(named.Name) && !names.Exists(named.Name.EqualsIgnoringCase)))
        {
            Report($"Unknown metadata '{PlainText.Safe(name)}'.{Nearest.Hint(name, names)} Valid metadata: {string.Join(", ", names)}.", location);
        }

        ReportCondition();
        return new ExemptionDocument(element.Location)
        {
            Justification = Get("Justification"),
            Owner = Get("Owner"),
            Expires = Get("Expires"),
            Ticket = Get("Ticket"),
            ApprovedBy = Get("ApprovedBy"),
            Created = Get("Created"),
            Rule = known.Contains("Rule") ? Get("Rule") : null,
            Surface = known.Contains("Surface") ? Get("Surface") : null,
            Evidence = known.Contains("Evidence") ? Get("Evidence") : null,
            Fingerprint = known.Contains("Fingerprint") ? Get("Fingerprint") : null,
            Paths = known.Contains("Paths") && Get("Paths") is { } paths ? [.. paths.Value.Split(';').Select(path => new Placed<string>(path.Trim(), paths.Location))] : null,
            IsInSource = true,
            IsMalformed = _hasMistakes,
        };
    }

    private IEnumerable<(string Name, Location Location)> Names() =>
        element.Attributes.Select(a => (a.Name, a.Location)).Concat(element.Children.Select(c => (c.Name, c.Location)));

    private bool IsOurs(string name) => prefix.Length == 0
        ? !OfMSBuild.Any(name.EqualsIgnoringCase)
        : name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private Placed<string>? Get(string field)
    {
        var value = element.Attribute(prefix + field) is { } attribute ? new Placed<string>(attribute.Value, attribute.Location)
            : element.Children.FirstOrDefault(c => c.Is(prefix + field)) is { } child ? new Placed<string>(child.Text, child.Location)
            : null;
        if (value is not null && (value.Value.IndexOf("$(", StringComparison.Ordinal) >= 0 || value.Value.IndexOf("@(", StringComparison.Ordinal) >= 0))
        {
            Report($"'{prefix + field}' is written with a property or an item; write out what it says, so that everybody can read it here.", value.Location);
        }

        return value;
    }

    // Whether it holds would be for an evaluation to say, and may be another answer in every build.
    private void ReportCondition()
    {
        for (var place = prefix.Length == 0 ? element : null; place is not null; place = place.Parent)
        {
            if (place.Attribute("Condition") is { } condition)
            {
                Report("An exemption holds or does not: it cannot depend on a condition.", condition.Location);
                return;
            }

            if (place.Is("Target"))
            {
                Report("An exemption cannot be made by a target while a build runs: write it outside of one.", element.Location);
                return;
            }
        }
    }

    private void Report(string message, Location location)
    {
        _hasMistakes = true;
        findings.Add(ExemptionFile.Invalid($"{message} The exemption exempts nothing.", location));
    }
}
