using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Reporting;

/// <summary>What a SARIF log says about the check as a whole.</summary>
/// <param name="Version">The version of AiToolPolicy.</param>
/// <param name="Policy">The policy's title, or null without one.</param>
/// <param name="AsOf">The day that was judged by.</param>
public sealed record SarifRun(string Version, string? Policy, Day AsOf)
{
    /// <summary>What to do about restricted packages, as texts for people.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];
}

/// <summary>Writes findings as SARIF 2.1.0, the format of code scanning services. The same findings give the same text.</summary>
public sealed class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string Root = "SRCROOT";

    private readonly JsonWriter _json;
    private readonly List<Rule> _rules;
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    private SarifLog(JsonWriter json, IReadOnlyList<Finding> findings)
    {
        _json = json;
        _rules = [.. findings.Select(f => f.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <param name="findings">In the order in which they are to be shown; what is exempted is written as suppressed.</param>
    public static string Write(IReadOnlyList<Finding> findings, SarifRun run) => JsonWriter.Object(json =>
    {
        json.String("$schema", Schema);
        json.String("version", "2.1.0");
        json.Array("runs", () => json.Object(() => new SarifLog(json, findings).WriteRun(findings, run)));
    });

    private void WriteRun(IReadOnlyList<Finding> findings, SarifRun run)
    {
        _json.Object("tool", () => _json.Object("driver", () =>
        {
            _json.String("name", "AiToolPolicy");
            _json.String("version", run.Version);
            _json.String("informationUri", Rule.ProductPage);
            _json.Objects("rules", _rules, WriteRule);
        }));
        _json.Object("originalUriBaseIds", () => _json.Object(Root, () => WriteText("description", "The root of the repository.")));
        _json.String("columnKind", "utf16CodeUnits");
        _json.Objects("results", findings, WriteResult);
        _json.Object("properties", () =>
        {
            _json.String("policy", run.Policy);
            _json.String("asOf", run.AsOf.ToString());
            if (run.Advice.Count > 0)
            {
                _json.Strings("advice", run.Advice);
            }
        });
    }

    private void WriteRule(Rule rule)
    {
        _json.String("id", rule.Id);
        _json.String("name", NameOf(rule));
        WriteText("shortDescription", rule.Title + ".");
        WriteText("fullDescription", rule.Summary);
        _json.String("helpUri", rule.HelpLink);
        WriteText("help", $"{rule.Summary} How to mend it: {rule.HelpLink}");

        // The policy and the date decide the severity, never the rule; each result brings its own.
        _json.Object("defaultConfiguration", () => _json.String("level", "warning"));
    }

    private void WriteResult(Finding finding)
    {
        _json.String("ruleId", finding.Rule.Id);
        _json.Number("ruleIndex", _rules.IndexOf(finding.Rule));
        _json.String("level", LevelOf(finding.Severity));
        WriteText("message", finding.Message);
        _json.Array("locations", () => _json.Object(() => WritePlace(finding.Location)));
        if (finding.Related.Count > 0)
        {
            _json.Objects("relatedLocations", finding.Related.Select((place, index) => (place, Id: index + 1)), related =>
            {
                _json.Number("id", related.Id);
                WritePlace(related.place.Location);
                WriteText("message", related.place.Description);
            });
        }

        _json.Object("partialFingerprints", () => _json.String("aiToolPolicy/v1", FingerprintOf(finding)));
        if (finding.Exemption is { } exemption)
        {
            _json.Array("suppressions", () => _json.Object(() => WriteSuppression(exemption)));
        }

        _json.Object("properties", () => WriteProperties(finding));
    }

    private void WriteSuppression(ExemptionNote exemption)
    {
        _json.String("kind", exemption.IsInSource ? "inSource" : "external");
        _json.String("status", "accepted");
        _json.String("justification", PlainText.Safe(exemption.Justification, 1000));
        _json.Object("location", () => WritePlace(exemption.Location));
        _json.Object("properties", () =>
        {
            _json.String("owner", exemption.Owner);
            _json.String("expires", exemption.Expires?.ToString());
            _json.String("ticket", exemption.Ticket);
            _json.String("approvedBy", exemption.ApprovedBy);
        });
    }

    private void WriteProperties(Finding finding)
    {
        if (finding.HelpLink != finding.Rule.HelpLink)
        {
            _json.String("helpLink", finding.HelpLink);
        }

        if (finding.Subject is { } subject)
        {
            _json.String("tool", subject.Tool);
            _json.String("vendor", subject.Vendor);
            _json.String("surface", subject.Surface);
            _json.String("strength", subject.Strength);
            _json.String("seen", subject.Seen);
            _json.String("version", subject.Version);
        }
    }

    private void WritePlace(Location place) => _json.Object("physicalLocation", () =>
    {
        _json.Object("artifactLocation", () =>
        {
            _json.String("uri", RelativeUri.Of(place.Path));
            _json.String("uriBaseId", RelativeUri.LeavesRoot(place.Path) ? null : Root);
        });
        _json.Object("region", () =>
        {
            _json.Number("startLine", place.Line);
            _json.Number("startColumn", place.Column);
            _json.Number("endLine", place.EndLine);
            _json.Number("endColumn", place.EndColumn);
        });
    });

    private void WriteText(string name, string text) => _json.Object(name, () => _json.String("text", text));

    // A second finding of the same content gets a suffix, so that none hides the other.
    private string FingerprintOf(Finding finding)
    {
        var seen = _occurrences.TryGetValue(finding.Fingerprint, out var count) ? count : 0;
        _occurrences[finding.Fingerprint] = seen + 1;
        var hex = FingerprintDigest.Of(finding.Fingerprint);
        return seen == 0 ? hex : $"{hex}:{seen + 1}";
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    // "Restricted tool's agent file" → "RestrictedToolsAgentFile", as SARIF asks for an identifier.
    private static string NameOf(Rule rule) => string.Concat(rule.Title
        .Replace("'", "")
        .Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
