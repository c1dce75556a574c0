namespace AiToolPolicy.Engine.Tests.Judging;

/// <summary>Which rule decides, and what it decides. Each situation is one project with one package, judged on 2026-07-10.</summary>
public class VerdictTests
{
    [Theory]
    [InlineData("'tools':['acme-api'],'action':'allow' | 'tools':['vendor:acme'],'action':'deny'", "none")]
    [InlineData("'tools':['vendor:acme'],'action':'allow' | 'tools':['category:llm-api'],'action':'deny'", "none")]
    [InlineData("'tools':['model-vendor:acme'],'action':'allow' | 'tools':['category:llm-api'],'action':'deny'", "none")]
    [InlineData("'tools':['category:llm-api'],'action':'warn' | 'tools':['jurisdiction:US'],'action':'deny'", "warning 1")]
    [InlineData("'tools':['jurisdiction:us'],'action':'warn' | 'tools':['*'],'action':'deny'", "warning 1")]
    [InlineData("'tools':['*'],'action':'allow'", "none")]
    [InlineData("'tools':['vendor:globex'],'action':'deny'", "warning default")]
    [InlineData("'tools':['*','acme-api'],'action':'deny' | 'tools':['vendor:acme'],'action':'allow'", "error 1")]
    [InlineData("'tools':['jurisdiction:DE'],'action':'deny'", "warning default")]
    public void The_most_specific_selector_decides(string rules, string expected) => Expect(rules, "Acme", expected);

    [Theory]
    [InlineData("'tools':['acme-api'],'action':'allow' | 'tools':['acme-api'],'action':'warn' | 'tools':['acme-api'],'action':'notice'", "warning 2")]
    [InlineData("'tools':['vendor:acme'],'action':'notice' | 'tools':['model-vendor:acme'],'action':'deny'", "error 2")]
    [InlineData("'tools':['acme-api'],'action':'deny' | 'tools':['acme-api'],'action':'deny'", "error 1")]
    [InlineData("'tools':['acme-api'],'action':'warn' | 'tools':['acme-api'],'action':'deny','effective':'2026-08-01'", "warning 2")]
    [InlineData("'tools':['acme-api'],'action':'deny','effective':'2026-09-01' | 'tools':['acme-api'],'action':'deny','effective':'2026-08-01'", "warning 2")]
    [InlineData("'tools':['acme-api'],'action':'deny','effective':'2026-08-01','before':'allow' | 'tools':['acme-api'],'action':'notice'", "notice 2")]
    public void Among_equals_the_strictest_decides_now_then_in_the_end_then_the_earliest(string rules, string expected) => Expect(rules, "Acme", expected);

    [Theory]
    [InlineData("'tools':['vendor:acme'],'except':['acme-api'],'action':'deny'", "warning default")]
    [InlineData("'tools':['*'],'except':['vendor:acme'],'action':'deny'", "warning default")]
    [InlineData("'tools':['*'],'except':['vendor:globex'],'action':'deny'", "error 1")]
    [InlineData("'tools':['*'],'except':['*'],'action':'deny'", "warning default")]
    public void Except_takes_out_what_it_names(string rules, string expected) => Expect(rules, "Acme", expected);

    [Theory]
    [InlineData("2026-07-11", "deny", "", "warning 1")]
    [InlineData("2026-07-10", "deny", "", "error 1")]
    [InlineData("2026-07-09", "deny", "", "error 1")]
    [InlineData("2026-07-11", "deny", "notice", "notice 1")]
    [InlineData("2026-07-11", "deny", "deny", "error 1")]
    [InlineData("2026-07-11", "deny", "allow", "none")]
    [InlineData("2026-07-11", "warn", "", "notice 1")]
    [InlineData("2026-07-10", "warn", "", "warning 1")]
    [InlineData("2026-07-11", "notice", "", "warning default")]
    [InlineData("2026-07-11", "allow", "", "warning default")]
    [InlineData("2026-07-10", "allow", "", "none")]
    [InlineData("2026-07-11", "allow", "deny", "error 1")]
    public void A_rule_holds_from_its_day_on_and_before_it_what_it_says(string effective, string action, string before, string expected) =>
        Expect($"'tools':['acme-api'],'action':'{action}','effective':'{effective}'" + (before.Length == 0 ? "" : $",'before':'{before}'"), "Acme", expected);

    [Theory]
    [InlineData("[1.0,2.0)", "1.5", "error 1")]
    [InlineData("[1.0,2.0)", "2.0", "warning default")]
    [InlineData("[1.0,2.0)", "[1.9,3.0)", "error 1")]
    [InlineData("[1.0,2.0)", "2.*", "warning default")]
    [InlineData("[1.0,2.0)", "", "error 1")]
    [InlineData("[1.0,2.0)", "$(Elsewhere)", "error 1")]
    [InlineData(">=1.0 <2.0", "2.0", "error 1")]
    public void A_version_that_cannot_be_told_counts_as_inside(string range, string version, string expected) =>
        Expect($"'tools':['acme-api'],'action':'deny','versions':'{range}'", $"Acme\" Version=\"{version}", expected);

    [Theory]
    [InlineData("'surfaces':['package']", "error 1")]
    [InlineData("'surfaces':['manifest','agent-file']", "warning default")]
    [InlineData("'strength':'dependency'", "error 1")]
    [InlineData("'strength':'mention'", "error 1")]
    [InlineData("'paths':['src/**']", "error 1")]
    [InlineData("'paths':['lib/**','**/*.csproj']", "error 1")]
    [InlineData("'paths':['lib/**']", "warning default")]
    [InlineData("'paths':['SRC/**']", "warning default")]
    public void A_rule_speaks_only_of_the_surfaces_strengths_and_paths_it_names(string scope, string expected) =>
        Expect($"'tools':['acme-api'],'action':'deny',{scope}", "Acme", expected);

    [Theory]
    [InlineData("Acme", "error 1")]
    [InlineData("Acme.Weak", "warning 1")]
    [InlineData("Acme.Guess", "notice 1")]
    public void A_sign_known_less_well_bears_less(string package, string expected) => Expect("'tools':['acme-api'],'action':'deny'", package, expected);

    [Theory]
    [InlineData("'tools':['vendor:acme'],'action':'deny'", "warning default")]
    [InlineData("'tools':['model-vendor:acme'],'action':'deny'", "error 1")]
    [InlineData("'tools':['model-vendor:globex'],'action':'deny'", "warning default")]
    [InlineData("'tools':['vendor:globex'],'action':'deny'", "error 1")]
    public void Another_vendors_model_in_a_cloud_is_selected_by_whose_model_it_is(string rules, string expected) => Expect(rules, "Globex.Cloud.Acme", expected);

    [Fact]
    public void A_connector_counts_for_its_own_tool_and_for_the_framework() =>
        Expect("'tools':['globex-kit'],'action':'deny' | 'tools':['acme-api'],'action':'notice'", "Globex.Kit.Acme", "error 1, notice 2");

    // Rules are separated by bars and written with single quotes; expected is the severity and the number of the rule whose line decided.
    private static void Expect(string rules, string package, string expected)
    {
        var lines = rules.Replace('\'', '"').Split(" | ").Select(rule => $"{{ {rule} }}");
        var policy = "{ \"default\": \"warn\", \"rules\": [\n" + string.Join(",\n", lines) + "\n] }";
        var result = Sample.Check(policy, Sample.Project($"<PackageReference Include=\"{package}\" />"));
        var found = result.Findings
            .Select(f => (Severity: f.Severity.ToString().ToLowerInvariant(), Line: f.Related.Single().Location.Line))
            .OrderBy(f => f.Line)
            .Select(f => $"{f.Severity} {(f.Line == 1 ? "default" : f.Line - 1)}");

        Assert.Equal(expected, string.Join(", ", found.DefaultIfEmpty("none")));
    }
}
