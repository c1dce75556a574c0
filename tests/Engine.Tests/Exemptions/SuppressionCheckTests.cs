using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Exemptions;

public class SuppressionCheckTests
{
    private const string Fields = "Needed until the gateway has moved; owner=jane@contoso.example; expires=2026-08-01";

    private static readonly Finding Found = new(Rules.Literal, Severity.Error, "Host found", new Location("src/A.cs", 6, 37, 6, 37));

    private static string Judge(string? fields, Func<SuppressedFinding, SuppressedFinding>? change = null, string policy = """{ "default": "deny" }""")
    {
        var source = new SourceFile("src/A.cs", fields ?? "");
        var suppressed = new SuppressedFinding(Found, fields is null ? null : PlacedText.Of(source), new Location("src/A.cs", 1, 1, 1, 1)) { Tool = "acme-api", Seen = "api.acme.example" };
        var findings = SuppressionCheck.Judge(Sample.Policy(policy), change?.Invoke(suppressed) ?? suppressed, Sample.Today);
        return string.Join('\n', findings.Select(f => $"{f.Location}: {(f.Exemption is null ? f.Severity.ToString() : "exempted")} {f.Rule.Id}"));
    }

    [Fact]
    public void Complete_fields_exempt() => Assert.Equal("src/A.cs(6,37): exempted AITP1010", Judge(Fields));

    [Theory]
    [InlineData(null, "src/A.cs(1,1): Warning AITP2001")]
    [InlineData("", "src/A.cs(1,1): Warning AITP2001")]
    [InlineData("Needed until the gateway has moved; expires=2026-08-01", "src/A.cs(1,1): Warning AITP2001")]
    [InlineData("Needed until the gateway has moved; owner=jane@contoso.example; expires=2026-07-09", "Warning AITP2002")]
    [InlineData("Needed until the gateway has moved; owner=jane@contoso.example; expires=soon", "AITP")]
    public void Anything_less_exempts_nothing_and_says_why(string? fields, string why)
    {
        var lines = Judge(fields).Split('\n');

        Assert.Equal("src/A.cs(6,37): Error AITP1010", lines[0]);
        Assert.Contains(lines.Skip(1), line => line.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_tool_is_not_covered() => Assert.Equal("src/A.cs(6,37): Error AITP1010", Judge(Fields + "; tool=globex-kit"));

    [Fact]
    public void What_the_rule_does_not_permit_is_reported() =>
        Assert.Equal("src/A.cs(6,37): Error AITP1010\nsrc/A.cs(1,1): Warning AITP2005", Judge(Fields, found => found with { IsExemptable = false }));
}
