using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

/// <summary>Whatever the layers say: on every day, for every piece of evidence, the merged policy says what the strictest of them says by itself.</summary>
public class RandomLayersTests
{
    private const int Rounds = 150;

    private static readonly Day[] Days = [Day.First, new(2026, 7, 1), new(2026, 7, 10), new(2026, 8, 15), new(2026, 12, 31), new(2030, 1, 1)];

    private static readonly IReadOnlyList<Evidence> Evidence = Sample.Inspect(
        new ReferenceSites([Sample.Project("<PackageReference Include=\"Gate\" />")]),
        Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.5.0\" /><PackageReference Include=\"Acme.Weak\" /><PackageReference Include=\"Globex.Kit.Acme\" Version=\"3.0.0\" /><PackageReference Include=\"Contoso.Copilot\" />"),
        Sample.Project("<PackageReference Include=\"Globex.Cloud.Acme\" Version=\"2.0.0\" /><PackageReference Include=\"Acme.Code.Cli\" />", "docs/Site/Site.csproj"),
        Assets.Of("Gate", "Gate/1.0.0 > Acme; Acme/2.0.0"),
        InputFile.Of("ACME.md", ""),
        InputFile.Of("src/AGENTS.md", "Do \u200Bthis."),
        InputFile.Of(".mcp.json", """{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "@acme/sdk"] }, "own": { "command": "npx", "args": ["own-server"] } } }""")).Evidence;

    [Fact]
    public void The_evidence_is_of_every_kind()
    {
        Assert.Contains(Evidence, e => e.Through is not null);
        Assert.Contains(Evidence, e => e.Server.Count > 0);
        Assert.Contains(Evidence, e => e.IsHiddenText);
        Assert.Contains(Evidence, e => e.Tool is null && e.Signature.IsSuspect);
        Assert.Contains(Evidence, e => e.Tool is null && !e.Signature.IsSuspect);
        Assert.True(Evidence.Select(e => e.Surface).Distinct().Count() >= 3);
        Assert.True(Evidence.Select(e => e.Tool?.Id).Distinct().Count() >= 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_strictest_layer_holds(int seed)
    {
        var random = new Random(seed);
        var differing = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var texts = Enumerable.Range(0, 3).Select(_ => Policy(random)).ToArray();
            var chain = Load(texts, "\"extends\": \"1.json\", ", "\"extends\": \"2.json\", ");
            var beside = Load(texts, "\"extends\": [\"1.json\", \"2.json\"], ", "");
            var swapped = Load(texts, "\"extends\": [\"2.json\", \"1.json\"], ", "");
            foreach (var (day, evidence) in Days.SelectMany(day => Evidence.Select(evidence => (day, evidence))))
            {
                var alone = chain.Layers.Select(layer => Opinion(layer.Policy!, day, evidence)).ToList();
                var strictest = alone.Any(rank => rank is not null) ? alone.Max() : Rank(new Judge(new Policy(Location.StartOf("x")), day).Decide(evidence));
                Assert.Equal(strictest, Rank(new Judge(chain.Policy, day).Decide(evidence)));
                Assert.Equal(strictest, Rank(new Judge(beside.Policy, day).Decide(evidence)));
                Assert.Equal(strictest, Rank(new Judge(swapped.Policy, day).Decide(evidence)));
                differing += alone.Distinct().Count() > 1 ? 1 : 0;
            }

            Assert.Equal(texts.Any(text => text.Contains("\"locked\": true", StringComparison.Ordinal)), chain.Policy!.Locked);
        }

        Assert.True(differing > Rounds);
    }

    // Whatever would weaken a layer's verdict if both stood in one file is told, but for a rule that says more in the end and begins with less,
    // and a rule for all MCP servers, of which some are a tool's.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_lower_layer_that_would_win_over_an_upper_one_in_one_file_is_told(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var texts = new[] { Policy(random, rules: 1, mayScope: false), Policy(random, rules: 2, mayScope: false) };
            var loaded = Load(texts, "\"extends\": \"1.json\", ");
            var (low, high) = (loaded.Layers[0].Policy!, loaded.Layers[1].Policy!);
            var together = high with { Rules = [.. high.Rules, .. low.Rules] };
            foreach (var (day, evidence) in Days.SelectMany(day => Evidence.Where(e => e.Through is null && (e.Server.Count == 0 || e.Tool is null)).Select(evidence => (day, evidence))))
            {
                if (new Judge(together, day).Decide(evidence) is { Rule: { } rule } joint && low.Rules.Contains(rule)
                    && new Judge(high, day).Decide(evidence) is { DecidedAt: { } place } alone && place != high.Location && Rank(joint) < Rank(alone)
                    && rule.Action <= (alone.Ahead?.Action ?? alone.Now))
                {
                    Assert.True(loaded.Findings.Any(finding => finding.Rule.Id == "AITP3003"), $"{texts[0]}\n{texts[1]}\n{evidence.What} on {day}");
                }
            }
        }
    }

    // What a layer permits by itself, all others permit too: else it is exempted from nothing.
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void An_exemption_holds_where_every_layer_permits_it(int seed)
    {
        var random = new Random(seed);
        var (holding, covered, refused) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var texts = Enumerable.Range(0, 3).Select(_ => $"{Policy(random)}, {ExemptionRules(random)}").ToArray();
            var chain = Load(texts, "\"extends\": \"1.json\", ", "\"extends\": \"2.json\", ");
            var beside = Load(texts, "\"extends\": [\"1.json\", \"2.json\"], ", "");
            var swapped = Load(texts, "\"extends\": [\"2.json\", \"1.json\"], ", "");
            var day = Sample.Today;
            var exemptions = Exemptions(chain, chain.Policy!, day);
            var byEach = chain.Layers.Select(layer => Exemptions(chain, layer.Policy!, day)).ToList();
            Assert.Equal(Places(byEach.Aggregate((one, other) => new ExemptionSet([.. one.All.Where(record => other.All.Any(same => same.Location == record.Location))]))), Places(exemptions));
            Assert.Equal(Places(Exemptions(beside, beside.Policy!, day)), Places(Exemptions(swapped, swapped.Policy!, day)));
            holding += exemptions.All.Count;
            foreach (var evidence in Evidence)
            {
                var alone = chain.Layers.Select(layer => Effective(new Judge(layer.Policy, day, exemptions).Decide(evidence), layer.Policy!)).ToList();
                var verdict = new Judge(chain.Policy, day, exemptions).Decide(evidence);
                if (alone.Exists(rank => rank is not null))
                {
                    Assert.Equal(alone.Max(), Effective(verdict, null));
                    Assert.Equal(alone.Max(), Effective(new Judge(swapped.Policy, day, exemptions).Decide(evidence), null));
                }

                covered += verdict.Exemptions.Count > 0 ? 1 : 0;
                refused += verdict.Refused.Count > 0 ? 1 : 0;
            }
        }

        Assert.True(holding > 50 && covered > 50 && refused > 20, $"{holding} {covered} {refused}");
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void The_strictest_word_about_weakening_holds_and_a_lock_denies(int seed)
    {
        var random = new Random(seed);
        var weakening = new Weakening("Switched off", Location.StartOf("x"));
        for (var round = 0; round < Rounds; round++)
        {
            var texts = Enumerable.Range(0, 3).Select(_ => Policy(random)).ToArray();
            var chain = Load(texts, "\"extends\": \"1.json\", ", "\"extends\": \"2.json\", ");
            var swapped = Load(texts, "\"extends\": [\"2.json\", \"1.json\"], ", "");
            var said = chain.Layers.Select(layer => layer.Policy!).Where(policy => policy.Locked || policy.Weakening.Location is not null).Select(policy => Severity(weakening, policy)).ToList();
            var expected = said.Count > 0 ? said.Max() : (int)Findings.Severity.Warning;
            var built = chain.Layers.All(layer => layer.Policy!.Weakening.Location is null) ? Math.Max(expected, (int)Findings.Severity.Warning) : expected;

            Assert.Equal(built, Severity(weakening, chain.Policy!));
            Assert.Equal(built, Severity(weakening, swapped.Policy!));
        }
    }

    private static int Severity(Weakening weakening, Policy policy) => WeakeningJudge.Decide(weakening, policy) is { } finding ? (int)finding.Severity : -1;

    private static string Places(ExemptionSet set) => string.Join(" ", set.All.Select(record => record.Location.Line).Order());

    private static ExemptionSet Exemptions(LoadedPolicy loaded, Policy by, Day day) =>
        EvidenceCheck.Exemptions(loaded with { Policy = by }, [new SourceFile(ExemptionFile.Name, Records)], new PolicyPhase(day));

    // What counts in the end; null where the layer has no word in it.
    private static int? Effective(Verdict verdict, Policy? layer) =>
        layer is not null && verdict.DecidedAt == layer.Location ? null : verdict.Exemptions.Count > 0 ? -1 : Rank(verdict);

    // On 2026-07-10: from well-founded to hasty, each of them fit for some of the rules that layers make.
    private static readonly string Records = "{ \"exemptions\": [\n" + string.Join(",\n",
        new[] { "\"tool\": \"acme-api\"", "\"tool\": \"acme-code\"", "\"tool\": \"globex-kit\"", "\"rule\": \"AITP1001\"" }.SelectMany(target => new[]
        {
            "\"justification\": \"The importer cannot do without it before the end of the migration.\", \"owner\": \"jane@contoso.example\", \"expires\": \"2026-07-25\", \"ticket\": \"SEC-1\", \"approvedBy\": \"jane@contoso.example\"",
            "\"justification\": \"Needed for the importer.\", \"owner\": \"jane@contoso.example\", \"expires\": \"2026-09-30\", \"approvedBy\": \"omar@contoso.example\"",
            "\"justification\": \"Until 2026-07 only.\", \"owner\": \"jane@contoso.example\", \"expires\": \"2026-07-20\", \"ticket\": \"OPS-2\"",
            "\"justification\": \"Needed for the importer until it is replaced.\", \"expires\": \"2026-12-31\"",
        }.Select((terms, i) => $"{{ {target}, \"paths\": [\"{new[] { "src/**", "src/App/**", "docs/**", "*.md" }[i]}\"], {terms} }}"))) + "\n] }";

    private static string ExemptionRules(Random random)
    {
        var members = new[]
        {
            $"\"maxDays\": {Pick(random, "14", "60", "120", "365")}",
            $"\"require\": {Pick(random, "[]", "[\"owner\"]", "[\"justification\", \"expires\"]", "[\"ticket\"]", "[\"approvedBy\"]")}",
            $"\"minJustification\": {Pick(random, "0", "5", "20", "40")}",
            $"\"ticketPattern\": {Pick(random, "\".*\"", "\"^SEC-[0-9]+$\"", "\"^OPS\"")}",
            $"\"noticeDays\": {Pick(random, "0", "14", "30")}",
            $"\"approvers\": {Pick(random, "[]", "[\"jane@contoso.example\"]", "[\"jane@contoso.example\", \"omar@contoso.example\"]", "[\"mei@contoso.example\"]")}",
        };
        return $"\"exemptions\": {{ {string.Join(", ", members.Where(_ => random.Next(4) == 0))} }}";
    }

    private static int? Opinion(Policy layer, Day day, Evidence evidence)
    {
        var verdict = new Judge(layer, day).Decide(evidence);
        return verdict.DecidedAt == layer.Location ? null : Rank(verdict);
    }

    private static int Rank(Verdict verdict) => verdict.Severity is { } severity ? (int)severity : -1;

    private static LoadedPolicy Load(string[] texts, params string[] extends)
    {
        var loaded = new LayerSample([.. texts.Select((text, i) => ($"{i}.json", $"{{ {extends.ElementAtOrDefault(i)}{text} }}"))]).Load();
        Assert.DoesNotContain(loaded.Findings, finding => finding.Rule.Id == "AITP3001");
        return loaded;
    }

    private static string Policy(Random random, int rules = 4, bool mayScope = true)
    {
        var members = new List<string> { $"\"rules\": [ {string.Join(", ", Enumerable.Range(0, random.Next(1, rules + 1)).Select(_ => Rule(random, mayScope)))} ]" };
        foreach (var key in new[] { "default", "unknown", "generic", "hiddenCharacters", "weakening" }.Where(_ => random.Next(3) == 0))
        {
            members.Add($"\"{key}\": \"{Pick(random, "allow", "notice", "warn", "deny")}\"");
        }

        if (random.Next(4) == 0)
        {
            members.Add($"\"locked\": {Pick(random, "true", "false")}");
        }

        return string.Join(", ", members);
    }

    private static string Rule(Random random, bool mayScope)
    {
        var members = new List<string>
        {
            $"\"tools\": [\"{Pick(random, "acme-api", "acme-code", "globex-kit", "vendor:acme", "vendor:globex", "model-vendor:acme", "category:llm-api", "category:agent-cli", "jurisdiction:US", "*", "mcp:*", "mcp:npm/own-server")}\"]",
            $"\"action\": \"{Pick(random, "allow", "notice", "warn", "deny")}\"",
        };
        void Maybe(string member, bool isPossible = true)
        {
            if (isPossible && random.Next(4) == 0)
            {
                members.Add(member);
            }
        }

        if (random.Next(3) == 0)
        {
            members.Add($"\"effective\": \"{Pick(random, "2026-07-01", "2026-08-01", "2027-01-01")}\"");
            Maybe($"\"before\": \"{Pick(random, "allow", "notice", "warn")}\"");
        }

        Maybe($"\"except\": [\"{Pick(random, "acme-api", "globex-kit")}\"]");
        Maybe($"\"paths\": [\"{Pick(random, "src/**", "docs/**", "**/*.md")}\"]", mayScope);
        Maybe($"\"surfaces\": [\"{Pick(random, "package", "agent-file", "mcp-server")}\"]", mayScope);
        Maybe($"\"versions\": \"{Pick(random, "[1.0,2.0)", "[2.0,)")}\"", mayScope);
        Maybe($"\"strength\": \"{Pick(random, "mention", "configured", "dependency")}\"", mayScope);
        Maybe("\"transitive\": { \"effective\": \"2026-10-01\" }", mayScope);
        Maybe("\"allowedThrough\": [\"Gate\"]", mayScope);
        Maybe($"\"exemptable\": {Pick(random, "true", "false")}");
        return $"{{ {string.Join(", ", members)} }}";
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
