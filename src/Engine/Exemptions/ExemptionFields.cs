using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>
/// Reads the fields of an exemption out of one text, as every carrier that has only text writes them: fields as <c>key=value</c>, a value with
/// blanks in double or single quotes.
/// </summary>
/// <param name="findings">Collects what is wrong; the record that comes out of it is then malformed.</param>
public sealed class ExemptionFields(List<Finding> findings)
{
    /// <summary>Every key that a text may set; the same as in a file of exemptions, a path standing alone.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "tool", "rule", "surface", "evidence", "path", "fingerprint",
        "justification", "owner", "expires", "ticket", "approvedBy", "created",
    ];

    private bool _hasMistakes;

    /// <summary>
    /// Fields with semicolons between them, what stands before the first field being the justification:
    /// <c>Needed until the move; owner=jane@contoso.example; expires=2026-12-31</c>.
    /// </summary>
    /// <param name="location">Where what is missing is to be reported.</param>
    public ExemptionDocument ReadSentence(PlacedText text, Location location)
    {
        _hasMistakes = false;
        var fields = new List<Field>();
        foreach (var part in FieldSplitter.AtSemicolons(text))
        {
            var equals = part.Text.IndexOf('=');
            if (equals > 0 && IsKey(part.Text.Substring(0, equals).Trim()))
            {
                Add(fields, part, equals);
            }
            else if (fields.Count == 0)
            {
                fields.Add(new Field("justification", FieldSplitter.Value(part), part.Location));
            }
            else
            {
                Report($"'{PlainText.Safe(part.Text)}' is no field: write key=value. Valid keys: {string.Join(", ", Keys)}.", part.Location);
            }
        }

        return Document(fields, location);
    }

    /// <summary>Fields with blanks between them: <c>justification="Needed until the move" owner=jane@contoso.example expires=2026-12-31</c>.</summary>
    /// <param name="location">Where what is missing is to be reported.</param>
    public ExemptionDocument ReadWords(PlacedText text, Location location)
    {
        _hasMistakes = false;
        var fields = new List<Field>();
        foreach (var part in FieldSplitter.AtBlanks(text))
        {
            var equals = part.Text.IndexOf('=');
            if (equals > 0)
            {
                Add(fields, part, equals);
            }
            else
            {
                Report($"'{PlainText.Safe(part.Text)}' is no field: write key=value, and a value with blanks in quotes.", part.Location);
            }
        }

        return Document(fields, location);
    }

    private static bool IsKey(string text) => text.Length > 0 && text.All(char.IsLetter);

    private void Add(List<Field> fields, PlacedText part, int equals)
    {
        var key = part.Text.Substring(0, equals).Trim();
        var value = FieldSplitter.Trim(part.Part(equals + 1, part.Text.Length - equals - 1));
        if (!Keys.Contains(key))
        {
            Report($"Unknown field '{PlainText.Safe(key)}'.{Nearest.Hint(key, Keys)} Valid fields: {string.Join(", ", Keys)}.", part.Location);
        }
        else if (fields.Exists(field => field.Key == key))
        {
            Report($"The field '{key}' stands here a second time.", part.Location);
        }
        else
        {
            fields.Add(new Field(key, FieldSplitter.Value(value), value.Text.Length == 0 ? part.Location : value.Location));
        }
    }

    private ExemptionDocument Document(List<Field> fields, Location location)
    {
        Placed<string>? Get(string key) => fields.Find(field => field.Key == key) is { } field ? new(field.Value, field.Location) : null;
        return new ExemptionDocument(location)
        {
            Tool = Get("tool"),
            Rule = Get("rule"),
            Surface = Get("surface"),
            Evidence = Get("evidence"),
            Paths = Get("path") is { } path ? [path] : null,
            Fingerprint = Get("fingerprint"),
            Justification = Get("justification"),
            Owner = Get("owner"),
            Expires = Get("expires"),
            Ticket = Get("ticket"),
            ApprovedBy = Get("approvedBy"),
            Created = Get("created"),
            IsInSource = true,
            IsMalformed = _hasMistakes,
        };
    }

    private void Report(string message, Location location)
    {
        _hasMistakes = true;
        findings.Add(ExemptionFile.Invalid($"{message} The exemption exempts nothing.", location));
    }

    private sealed record Field(string Key, string Value, Location Location);
}
