using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Checks what an exemption is for, and where.</summary>
internal sealed class ExemptionTarget(ToolCatalog catalog, ExemptionReport report)
{
    // rule | tool | surface | what was seen | path; or its digest, as SARIF shows it
    private const int FingerprintParts = 5;
    private const int DigestLength = 64;

    public Exemption Read(ExemptionDocument written)
    {
        if (written.Tool is null && written.Rule is null && written.Fingerprint is null && written.Scope.Reference is null && !written.IsMalformed)
        {
            report.Incomplete("it names nothing to exempt: 'tool', 'rule' or 'fingerprint' is needed.", written.Location);
        }

        CheckTool(written.Tool);
        CheckRule(written.Rule);
        CheckFingerprint(written.Fingerprint);
        CheckEvidence(written.Evidence);
        return new Exemption(written.Location)
        {
            Tool = written.Tool?.Value,
            Rule = written.Rule?.Value,
            Surface = SurfaceOf(written.Surface),
            Evidence = written.Evidence?.Value,
            Paths = written.Paths is null ? null : [.. written.Paths.Where(IsPath).Select(path => new PathGlob(path.Value))],
            Fingerprint = written.Fingerprint?.Value,
            Scope = written.Scope,
            IsInSource = written.IsInSource,
        };
    }

    private void CheckTool(Placed<string>? tool)
    {
        if (tool is null || catalog.Tool(tool.Value) is not null)
        {
            return;
        }

        var hint = tool.Value.IndexOfAny([':', '*']) >= 0
            ? " An exemption names one tool by its id; there are no wildcards, vendors or categories."
            : Nearest.Hint(tool.Value, catalog.Tools.Select(t => t.Id));
        report.Invalid($"No tool '{PlainText.Safe(tool.Value)}' is in the catalog.{hint}", tool.Location);
    }

    private void CheckRule(Placed<string>? rule)
    {
        if (rule is null)
        {
            return;
        }

        var known = Rules.ById(rule.Value);
        if (known is null || known.Id != rule.Value)
        {
            var ids = Rules.All.Where(r => r.Category == RuleCategory.Restriction).Select(r => r.Id);
            report.Invalid($"There is no rule '{PlainText.Safe(rule.Value)}'.{Nearest.Hint(rule.Value, ids)} Rules that can be exempted: {string.Join(", ", ids)}.", rule.Location);
        }
        else if (known.Category != RuleCategory.Restriction)
        {
            report.NotPermitted($"{known.Id} ({known.Title}) cannot be exempted; only what a tool does can, AITP1001 to AITP1021.", rule.Location);
        }
    }

    private void CheckFingerprint(Placed<string>? fingerprint)
    {
        if (fingerprint is null || IsDigest(fingerprint.Value))
        {
            return;
        }

        var parts = fingerprint.Value.Split('|');
        if (parts.Length < FingerprintParts || Rules.ById(parts[0]) is not { Category: RuleCategory.Restriction } rule || rule.Id != parts[0])
        {
            report.Invalid(
                $"'{PlainText.Safe(fingerprint.Value)}' is no fingerprint of a restriction: copy it from a JSON report (\"rule|tool|surface|seen|path\") or from SARIF's partialFingerprints.",
                fingerprint.Location);
        }
    }

    private static bool IsDigest(string text) => text.Length == DigestLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private void CheckEvidence(Placed<string>? evidence)
    {
        if (evidence is not null && string.IsNullOrWhiteSpace(evidence.Value))
        {
            report.Invalid("'evidence' is empty: name what was seen, or leave it out.", evidence.Location);
        }
        else if (evidence is not null && evidence.Value.IndexOf('*') >= 0)
        {
            report.Invalid("'evidence' is one thing that was seen, as a report names it; there are no wildcards.", evidence.Location);
        }
    }

    private Surface? SurfaceOf(Placed<string>? word)
    {
        if (word is null || Words<Surface>.TryParse(word.Value, out var surface))
        {
            return word is null ? null : Words<Surface>.TryParse(word.Value, out surface) ? surface : null;
        }

        var hint = Nearest.Hint(word.Value, Words<Surface>.All);
        report.Invalid($"'{PlainText.Safe(word.Value)}' is no surface.{hint} Valid surfaces: {string.Join(", ", Words<Surface>.All)}.", word.Location);
        return null;
    }

    private bool IsPath(Placed<string> path)
    {
        var shown = PlainText.Safe(path.Value);
        if (string.IsNullOrWhiteSpace(path.Value) || path.Value.StartsWith("/", StringComparison.Ordinal) || path.Value.IndexOfAny(['\\', ':']) >= 0
            || path.Value.Split('/').Contains(".."))
        {
            report.Invalid($"'{shown}' is no path in the repository: write it from the repository's root, with forward slashes, such as \"src/App/**\".", path.Location);
            return false;
        }

        if (path.Value.All(c => c is '*' or '?' or '/' or '.'))
        {
            report.OverWide($"the path '{shown}' stands for every file; name the folder or the file that is meant.", path.Location);
            return false;
        }

        return true;
    }
}
