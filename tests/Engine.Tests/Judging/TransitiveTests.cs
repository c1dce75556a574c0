using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Judging;

/// <summary>Packages that come in behind others, with the project file that wrote the direct references.</summary>
public class TransitiveTests
{
    private static readonly InputFile Project = Sample.Project("<PackageReference Include=\"Lib\" /> <PackageReference Include=\"Gate\" />");

    [Fact]
    public void The_finding_stands_at_the_direct_reference_and_shows_the_shortest_path() =>
        Assert.Equal(
            "src/App/App.csproj(3,5): error AITP1001: Package 'Acme' 2.0.0, transitive: Lib 1.0.0 → Mid 1.5.0 → Acme 2.0.0 · Acme API (acme-api) by Acme"
            + " · denied by policy ai-tool-policy.json, line 1",
            Check("", "Lib", "Lib/1.0.0 > Long Mid; Long/1.0.0 > Longer; Longer/1.0.0 > Acme; Mid/1.5.0 > Acme; Acme/2.0.0"));

    [Fact]
    public void Each_direct_reference_that_brings_it_in_has_its_finding() =>
        Assert.Equal(
            "(3,5) Lib 1.0.0 → Acme 2.0.0 | (3,40) Gate 1.0.0 → Acme 2.0.0",
            Paths("", "Lib Gate", "Lib/1.0.0 > Acme; Gate/1.0.0 > Acme; Acme/2.0.0"));

    [Theory]
    [InlineData("2026-10-01", "warning", "denied from 2026-10-01 on (83 days left)")]
    [InlineData("2026-07-11", "warning", "denied from 2026-07-11 on (1 day left)")]
    [InlineData("2026-07-10", "error", "denied since 2026-07-10")]
    [InlineData("10.10.2026", "error", "denied by")]
    public void Transitive_packages_have_a_day_of_their_own(string effective, string severity, string clause)
    {
        var findings = Check($", \"effective\": \"2026-07-01\", \"transitive\": {{ \"effective\": \"{effective}\" }}", "Lib", "Lib/1.0.0 > Acme; Acme/2.0.0");

        Assert.Contains($"{severity} AITP1001: Package 'Acme' 2.0.0, transitive: Lib 1.0.0 → Acme 2.0.0 · Acme API (acme-api) by Acme · {clause}", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_direct_reference_does_not_wait_for_the_transitive_day()
    {
        var project = Sample.Project("<PackageReference Include=\"Acme\" />");
        var result = Run(Rule(", \"effective\": \"2026-07-01\", \"transitive\": { \"effective\": \"2026-10-01\" }"), project, Assets.Of("Acme", "Acme/2.0.0"));

        Assert.Equal(
            "src/App/App.csproj(3,5): error AITP1001: Package 'Acme' 2.0.0, direct reference · Acme API (acme-api) by Acme · denied since 2026-07-01 by policy ai-tool-policy.json, line 1",
            result);
    }

    [Theory]
    [InlineData("Gate", "Gate/1.0.0 > Acme; Acme/2.0.0", "")]
    [InlineData("gate", "Gate/1.0.0 > Acme; Acme/2.0.0", "")]
    [InlineData("Lib", "Lib/1.0.0 > Gate; Gate/1.0.0 > Acme; Acme/2.0.0", "")]
    [InlineData("Lib", "Lib/1.0.0 > Gate Side; Gate/1.0.0 > Acme; Side/1.0.0 > More; More/1.0.0 > Acme; Acme/2.0.0", "(3,5) Lib 1.0.0 → Side 1.0.0 → More 1.0.0 → Acme 2.0.0")]
    [InlineData("Gate Lib", "Gate/1.0.0 > Acme; Lib/1.0.0 > Acme; Acme/2.0.0", "(3,5) Lib 1.0.0 → Acme 2.0.0")]
    public void A_wrapper_may_bring_it_in_but_no_path_around_it(string direct, string packages, string expected) =>
        Assert.Equal(expected, Paths(", \"allowedThrough\": [\"Gate\"]", direct, packages));

    [Fact]
    public void A_wrapper_that_is_restricted_itself_is_no_permission_for_itself() =>
        Assert.Equal(
            "(3,5) Lib 1.0.0 → Acme.Gate 1.0.0",
            Paths(", \"allowedThrough\": [\"Acme.Gate\"]", "Lib", "Lib/1.0.0 > Acme.Gate; Acme.Gate/1.0.0 > Acme; Acme/2.0.0"));

    [Fact]
    public void The_path_of_every_framework_is_judged() =>
        Assert.Equal(
            "(3,5) Lib 1.0.0 → Acme 2.0.0",
            Paths(", \"allowedThrough\": [\"Gate\"]", Assets.Of(
                "src/App/obj/project.assets.json",
                ("net8.0", "Lib", "Lib/1.0.0 > Gate; Gate/1.0.0 > Acme; Acme/2.0.0"),
                ("net10.0", "Lib", "Lib/1.0.0 > Acme; Acme/2.0.0"))));

    [Fact]
    public void Frameworks_that_agree_are_told_once() =>
        Assert.Equal(
            "(3,5) Lib 1.0.0 → Acme 2.0.0",
            Paths("", Assets.Of("src/App/obj/project.assets.json", ("net8.0", "Lib", "Lib/1.0.0 > Acme; Acme/2.0.0"), ("net10.0", "Lib", "Lib/1.0.0 > Acme; Acme/2.0.0"))));

    [Fact]
    public void A_circle_of_packages_ends() =>
        Assert.Equal("(3,5) Lib 1.0.0 → A 1.0.0 → Acme 2.0.0", Paths("", "Lib", "Lib/1.0.0 > A; A/1.0.0 > B Acme; B/1.0.0 > A Lib; Acme/2.0.0 > Lib"));

    [Theory]
    [InlineData("[1.0.0,2.0.0)", 0)]
    [InlineData("[2.0.0,)", 1)]
    public void The_resolved_version_counts_and_not_the_declared_one(string versions, int findings)
    {
        var project = Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.*\" />");
        var result = Run(Rule($", \"versions\": \"{versions}\""), project, Assets.Of("Acme", "Acme/2.0.0"));

        Assert.Equal(findings, result.Split('\n').Count(line => line.Contains("error", StringComparison.Ordinal)));
    }

    private static string Rule(string more) => $"{{ \"default\": \"allow\", \"rules\": [ {{ \"tools\": [\"acme-api\"], \"action\": \"deny\"{more} }} ] }}";

    private static string Paths(string more, string direct, string packages) => Paths(more, Assets.Of(direct, packages));

    private static string Paths(string more, InputFile assets) => string.Join(" | ", Run(Rule(more), Project, assets)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line["src/App/App.csproj".Length..line.IndexOf(':', StringComparison.Ordinal)] + line.Split(" · ")[0].Split("transitive:")[1]));

    private static string Check(string more, string direct, string packages) => Run(Rule(more), Project, Assets.Of(direct, packages));

    private static string Run(string policy, InputFile project, InputFile assets) => Rendered.Lines(
        PolicyCheck.Run(new CheckRequest(Sample.Policy(policy), [project, assets], Sample.Today) { Sites = new ReferenceSites([project]) }).Findings
            .Where(f => f.Rule.Id != "AITP3001"));
}
