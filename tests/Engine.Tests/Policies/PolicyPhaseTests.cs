using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

public sealed class PolicyPhaseTests
{
    private const string Policy = """{ "name": "x-2026-13-77-y", "rules": [ { "effective": "2026-07-10" }, { "effective": "2026-10-01", "transitive": { "effective": "2027-01-01" } } ] }""";

    [Theory]
    [InlineData("2026-07-09", "0001-01-01")]
    [InlineData("2026-07-10", "2026-07-10")]
    [InlineData("2026-09-30", "2026-07-10")]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("2030-01-01", "2027-01-01")]
    public void Day_liesInThePhaseOfTheLatestDate(string asOf, string since)
    {
        Assert.True(Day.TryParse(asOf, out var day));

        Assert.Equal(since, PolicyPhase.Of(Policy, day).Since.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("2026-07-1")]
    [InlineData("---- - 20260-7-10")]
    public void TextWithoutDate_hasOnePhase(string text) => Assert.Equal(Day.First, PolicyPhase.Of(text, new Day(2026, 1, 1)).Since);
}
