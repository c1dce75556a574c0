using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

public sealed class ExemptionPhaseTests
{
    private const string Exemptions = """{ "exemptions": [ { "created": "2026-07-05", "expires": "2026-12-31" } ] }""";

    [Theory]
    [InlineData("2026-07-04", "2026-04-06")]
    [InlineData("2026-07-05", "2026-07-05")]
    [InlineData("2026-10-01", "2026-07-06")]
    [InlineData("2026-10-02", "2026-10-02")]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2027-01-01", "2027-01-01")]
    [InlineData("2028-01-01", "2027-01-01")]
    public void Phase_ends_where_an_exemption_begins_ends_or_comes_near_enough(string asOf, string since)
    {
        Assert.True(Day.TryParse(asOf, out var day));

        Assert.Equal(since, PolicyPhase.OfExemptions(Exemptions, [90], day).Since.ToString());
    }

    [Theory]
    [InlineData("""{ "exemptions": { "maxDays": 90 } }""", "90")]
    [InlineData("""{ "exemptions": { "maxDays"  :30, "x": { "maxDays": 7 } } }""", "30,7")]
    [InlineData("""{ "exemptions": { "maxDays": "90" } }""", "")]
    public void Longest_periods_are_read_off_the_text(string policy, string expected) =>
        Assert.Equal(expected, string.Join(",", PolicyPhase.LongestPeriods(policy)));
}
