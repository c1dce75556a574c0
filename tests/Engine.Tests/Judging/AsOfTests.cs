using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Judging;

public class AsOfTests
{
    private const string Dated = """{ "name": "Contoso", "rules": [ { "tools": ["*"], "action": "deny", "effective": "2026-07-10" } ] }""";

    private static readonly string Locked = Dated.Replace("{ \"name\"", "{ \"locked\": true, \"name\"", StringComparison.Ordinal);

    [Fact]
    public void A_later_day_is_a_preview()
    {
        var result = Check(Dated, today: "2026-07-01", asOf: "2026-08-01");

        Assert.Equal("src/App/App.csproj(3,5): error AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied since 2026-07-10 by policy 'Contoso', line 1", Rendered.Lines(result.Findings));
        Assert.Equal("policy 'Contoso', preview as of 2026-08-01: 1 file inspected, 1 error, 0 warnings, 0 notices, 0 exempted", result.Summary);
    }

    [Fact]
    public void An_earlier_day_weakens_the_check_and_says_so()
    {
        var result = Check(Dated, today: "2026-07-20", asOf: "2026-07-01");

        Assert.Equal(
            """
            ai-tool-policy.json(1,1): warning AITP3004: The as-of date 2026-07-01 lies before today (2026-07-20): restrictions that began since then are not seen.
            src/App/App.csproj(3,5): warning AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied from 2026-07-10 on (9 days left) by policy 'Contoso', line 1
            """,
            Rendered.Lines(result.Findings));
    }

    [Fact]
    public void A_locked_policy_does_not_go_back()
    {
        var result = Check(Locked, today: "2026-07-20", asOf: "2026-07-01");

        Assert.Equal(
            """
            ai-tool-policy.json(1,1): error AITP3004: The as-of date 2026-07-01 lies before today (2026-07-20): the policy is locked, so 2026-07-20 is used.
            src/App/App.csproj(3,5): error AITP1001: Package 'Acme', direct reference · Acme API (acme-api) by Acme · denied since 2026-07-10 by policy 'Contoso', line 1
            """,
            Rendered.Lines(result.Findings));
        Assert.Equal("2026-07-20", result.AsOf.ToString());
    }

    [Theory]
    [InlineData("2026-07-10", null)]
    [InlineData("2026-07-10", "2026-07-10")]
    public void Today_is_no_finding_of_its_own(string today, string? asOf)
    {
        var result = Check(Locked, today, asOf);

        Assert.Single(result.Findings);
        Assert.Equal("policy 'Contoso', as of 2026-07-10: 1 file inspected, 1 error, 0 warnings, 0 notices, 0 exempted", result.Summary);
    }

    [Fact]
    public void What_another_check_reports_is_not_repeated_but_still_counts()
    {
        var policy = Sample.Policy(Locked.Replace("\"*\"", "\"*\", \"acme-apo\"", StringComparison.Ordinal));
        var request = new CheckRequest(policy, [Sample.Project("<PackageReference Include=\"Acme\" />")], Read("2026-07-20")) { AsOf = Read("2026-07-01"), ReportPolicyProblems = false };

        Assert.Equal("AITP1001", Assert.Single(PolicyCheck.Run(request).Findings).Rule.Id);
        Assert.Equal("AITP1001 AITP3001 AITP3004", string.Join(" ", PolicyCheck.Run(request with { ReportPolicyProblems = true }).Findings.Select(f => f.Rule.Id).Order()));
    }

    [Fact]
    public void A_cancelled_check_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var request = new CheckRequest(LoadedPolicy.None(Sample.Catalog), [Sample.Project("")], Sample.Today) { Cancellation = source.Token };

        Assert.Throws<OperationCanceledException>(() => PolicyCheck.Run(request));
    }

    private static CheckResult Check(string policy, string today, string? asOf) =>
        PolicyCheck.Run(new CheckRequest(Sample.Policy(policy), [Sample.Project("<PackageReference Include=\"Acme\" />")], Read(today)) { AsOf = asOf is null ? null : Read(asOf) });

    private static Day Read(string text) => Day.TryParse(text, out var day) ? day : throw new ArgumentException(text);
}
