using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

/// <summary>
/// A rule, and the same rule with any two of its fields left out or changed, above and beneath each other: what the upper one says holds for every
/// piece of evidence on every day, and whoever wrote a lower one that says less is told, by whatever field it does so.
/// </summary>
public class RuleVariantTests
{
    private static readonly Day[] Days = [Day.First, new(2026, 7, 10), new(2026, 8, 1), new(2026, 9, 1), new(2026, 9, 20), new(2026, 10, 1), new(2027, 6, 1)];

    private static readonly IReadOnlyList<Evidence> Evidence = Sample.Inspect(
        new ReferenceSites([Sample.Project("<PackageReference Include=\"Gate\" /><PackageReference Include=\"Other\" />")]),
        [
            .. new[] { "src/App", "src/Lib", "docs/Site" }.SelectMany(folder => new[] { "0.9.0", "1.5.0", "2.0.0", "3.0.0" }.Select((version, i) =>
                Sample.Project($"<PackageReference Include=\"{(i % 2 == 0 ? "Acme" : "Acme.Code.Cli")}\" Version=\"{version}\" />", $"{folder}/A{i}.csproj"))),
            Assets.Of("Gate Other", "Gate/1.0.0 > Acme; Other/1.0.0 > Mid; Mid/1.0.0 > Acme; Acme/2.0.0"),
            Assets.Of("Gate", "Gate/1.0.0 > Acme; Acme/2.0.0", "src/Lib/obj/project.assets.json"),
            InputFile.Of("src/package.json", """{ "dependencies": { "acme": "1.5.0" } }"""),
            InputFile.Of("docs/package.json", """{ "dependencies": { "acme": "2.0.0" } }"""),
            InputFile.Of("ACME.md", ""),
            InputFile.Of("src/ACME.md", ""),
        ]).Evidence;

    // The whole rule that is varied, field by field; null leaves the field out. An empty list where that is no mistake, too.
    private static readonly IReadOnlyList<(string Key, string? Base, string?[] Others)> Fields =
    [
        ("tools", "[\"vendor:acme\"]", ["[\"acme-api\"]", "[\"*\"]", "[\"acme-api\", \"acme-code\"]"]),
        ("except", null, ["[\"acme-code\"]", "[]"]),
        ("action", "\"warn\"", ["\"allow\"", "\"notice\"", "\"deny\""]),
        ("effective", "\"2026-08-01\"", [null, "\"2026-07-10\"", "\"2026-09-01\""]),
        ("before", "\"notice\"", [null, "\"allow\"", "\"warn\""]),
        ("transitive", "{ \"effective\": \"2026-09-20\" }", [null, "{ \"effective\": \"2026-07-01\" }", "{ \"effective\": \"2027-01-01\" }"]),
        ("surfaces", "[\"package\", \"manifest\"]", [null, "[\"package\"]", "[\"agent-file\"]"]),
        ("paths", "[\"src/**\"]", [null, "[\"src/App/**\"]", "[\"docs/**\"]", "[\"**\"]"]),
        ("versions", "\"[1.0,3.0)\"", [null, "\"[1.0,2.0)\"", "\"[2.0,)\""]),
        ("strength", "\"configured\"", [null, "\"dependency\"", "\"mention\""]),
        ("allowedThrough", "[\"Gate\"]", [null, "[]", "[\"Gate\", \"Mid\"]", "[\"Other\"]"]),
        ("exemptable", "false", [null, "true"]),
    ];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string?>> Variants = [.. AllVariants()];

    [Fact]
    public void The_evidence_tells_the_variants_apart()
    {
        var opinions = Variants.Select(variant => string.Join(",", Alone(Text(variant, "r")))).ToList();

        Assert.True(opinions.Distinct().Count() > 150, $"{opinions.Distinct().Count()} of {opinions.Count}");
    }

    [Theory]
    [InlineData("r")]
    [InlineData("other")]
    public void Upper_rule_holds_and_a_lower_one_that_says_less_is_told(string lowerId)
    {
        IReadOnlyDictionary<string, string?> whole = Fields.ToDictionary(field => field.Key, field => field.Base);
        var (relaxing, told) = (0, 0);
        var untold = new List<string>();
        foreach (var variant in Variants)
        {
            foreach (var (high, low) in new[] { (whole, variant), (variant, whole) })
            {
                var loaded = new LayerSample(("low.json", $"{{ \"extends\": \"high.json\", {Text(low, lowerId)} }}"), ("high.json", $"{{ {Text(high, "r")} }}")).Load();
                var above = Alone(Text(high, "r"));
                var below = Alone(Text(low, lowerId));
                var merged = Opinions(loaded);
                Assert.True(merged.SequenceEqual(above.Zip(below, Math.Max)), $"{Text(low, lowerId)}\nbeneath {Text(high, "r")}");

                // Of one id, the lower rule would stand in the place of the upper one. One that says more in the end may begin with less, and one that
                // leaves out whether it can be exempted says nothing of it.
                var replacing = low["exemptable"] is null ? Alone(Text(With(low, "exemptable", high["exemptable"]), lowerId)) : below;
                var isRelaxing = lowerId == "r" && Action(low) <= Action(high) && above.Zip(replacing).Any(pair => pair.Second < pair.First);
                var isTold = loaded.Findings.Any(finding => finding.Rule.Id == "AITP3003");
                if (isRelaxing && !isTold)
                {
                    untold.Add($"{Changes(low)} beneath {Changes(high)}");
                }

                relaxing += isRelaxing ? 1 : 0;
                told += isTold ? 1 : 0;
            }
        }

        Assert.True(untold.Count == 0, string.Join("\n", untold));
        Assert.True(lowerId != "r" || relaxing > Variants.Count / 2, relaxing.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(told > 0 && told < 2 * Variants.Count, told.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_same_rule_once_more_relaxes_nothing()
    {
        foreach (var variant in Variants)
        {
            var loaded = new LayerSample(("low.json", $"{{ \"extends\": \"high.json\", {Text(variant, "r")} }}"), ("high.json", $"{{ {Text(variant, "r")} }}")).Load();
            Assert.True(loaded.Findings.All(finding => finding.Rule.Id != "AITP3003"), Text(variant, "r"));
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, string?>> AllVariants()
    {
        var single = Fields.SelectMany(field => field.Others.Select(other => (field.Key, Value: other))).ToList();
        for (var i = 0; i < single.Count; i++)
        {
            for (var j = i; j < single.Count; j++)
            {
                if (i == j || single[i].Key != single[j].Key)
                {
                    var variant = Fields.ToDictionary(field => field.Key, field => field.Base);
                    variant[single[i].Key] = single[i].Value;
                    variant[single[j].Key] = single[j].Value;
                    yield return variant;
                }
            }
        }
    }

    private static PolicyAction Action(IReadOnlyDictionary<string, string?> rule) => Enum.Parse<PolicyAction>(rule["action"]!.Trim('"'), ignoreCase: true);

    private static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> rule, string key, string? value) => new(rule) { [key] = value };

    private static string Text(IReadOnlyDictionary<string, string?> rule, string id)
    {
        var members = rule.Where(field => field.Value is not null && (field.Key != "before" || rule["effective"] is not null || rule["transitive"] is not null)).Select(field => $"\"{field.Key}\": {field.Value}");
        return $"\"default\": \"allow\", \"rules\": [ {{ \"id\": \"{id}\", {string.Join(", ", members)} }} ]";
    }

    private static string Changes(IReadOnlyDictionary<string, string?> rule) =>
        string.Join(", ", Fields.Where(field => rule[field.Key] != field.Base).Select(field => $"{field.Key}: {rule[field.Key] ?? "absent"}")) is { Length: > 0 } text ? text : "the whole";

    private static readonly Dictionary<string, List<int>> Known = [];

    private static List<int> Alone(string text) => Known.TryGetValue(text, out var known) ? known : Known[text] = Opinions(Sample.Policy($"{{ {text} }}"));

    // Everything of the tools is exempted, where the policy permits it: so a rule without exemptions says more than one that has them.
    private static List<int> Opinions(LoadedPolicy policy)
    {
        var records = new[] { "acme-api", "acme-code" }.Select(tool => $$"""{ "tool": "{{tool}}", "justification": "Needed until the migration is done.", "owner": "a@b.example", "expires": "2027-06-01" }""");
        var file = new SourceFile(ExemptionFile.Name, $"{{ \"exemptions\": [ {string.Join(", ", records)} ] }}");
        return [.. Days.SelectMany(day =>
        {
            var free = new Judge(policy.Policy, day);
            var exempting = new Judge(policy.Policy, day, EvidenceCheck.Exemptions(policy, [file], new PolicyPhase(day)));
            return Evidence.SelectMany(evidence => new[] { Rank(free.Decide(evidence)), Rank(exempting.Decide(evidence)) });
        })];
    }

    private static int Rank(Verdict verdict) => verdict.Severity is { } severity && verdict.Exemptions.Count == 0 ? (int)severity : -1;
}
