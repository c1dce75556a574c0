using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

/// <summary>The tables of node-semver's documentation, with prereleases counted as versions like any other (its option <c>includePrerelease</c>).</summary>
public class NpmRangeTests
{
    [Theory]
    [InlineData("1.2.3", "1.2.3 1.2.3+build", "1.2.2 1.2.4 1.2.3-beta")]
    [InlineData("=1.2.3", "1.2.3", "1.2.4 1.2.4-0")]
    [InlineData("v1.2.3", "1.2.3", "1.2.4")]
    [InlineData(">=1.2.7", "1.2.7 1.2.8 2.5.3 3.0.0-alpha", "1.2.6 1.1.0 1.2.7-rc.1")]
    [InlineData(">1.2.3", "1.2.4-0 1.2.4 9.0.0", "1.2.3 1.2.3-z 1.0.0")]
    [InlineData("<1.2.3", "1.2.2 0.0.0-0 1.2.3-beta", "1.2.3 2.0.0")]
    [InlineData("<=1.2.3", "1.2.3 1.0.0", "1.2.4-0 1.2.4")]
    [InlineData(">=1.2.7 <1.3.0", "1.2.7 1.2.8 1.2.99", "1.2.6 1.3.0 1.1.0")]
    [InlineData("1.2.7 || >=1.2.9 <2.0.0", "1.2.7 1.2.9 1.4.6", "1.2.8 2.0.0")]
    [InlineData(">= 1.2.7\t<  1.3.0", "1.2.8", "1.3.0")]
    [InlineData(">1", "2.0.0 2.0.0-alpha", "1.0.0 1.9.9")]
    [InlineData(">1.2", "1.3.0 1.3.0-alpha", "1.2.0 1.2.9")]
    [InlineData(">=1", "1.0.0 1.0.0-alpha 2.0.0", "0.9.9")]
    [InlineData("<1", "0.9.9", "1.0.0 1.0.0-alpha")]
    [InlineData("<=1", "1.0.0 1.9.9", "2.0.0 2.0.0-0")]
    [InlineData("<=1.2.x", "1.2.9", "1.3.0-0")]
    [InlineData("1.2.3 - 2.3.4", "1.2.3 2.0.0 2.3.4", "1.2.2 2.3.5")]
    [InlineData("1.2 - 2.3.4", "1.2.0 1.2.0-beta 2.3.4", "1.1.9 2.3.5")]
    [InlineData("1.2.3 - 2.3", "1.2.3 2.3.9", "2.4.0 2.4.0-0")]
    [InlineData("1.2.3 - 2", "2.9.9", "3.0.0 3.0.0-0")]
    [InlineData("*", "0.0.0 1.2.3 0.0.0-alpha 9.9.9-beta", "")]
    [InlineData("", "0.0.0 1.2.3 1.0.0-beta", "")]
    [InlineData("x", "1.2.3", "")]
    [InlineData("1.x", "1.0.0 1.9.9 1.0.0-beta", "2.0.0 2.0.0-0 0.9.9")]
    [InlineData("1", "1.0.0 1.9.9", "2.0.0")]
    [InlineData("1.2.X", "1.2.0 1.2.9 1.2.0-beta", "1.3.0 1.3.0-0 1.1.9")]
    [InlineData("1.2.*", "1.2.5", "1.3.0")]
    [InlineData("1.x.x", "1.5.5", "2.0.0")]
    [InlineData("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.3.0-0 1.2.2")]
    [InlineData("~>1.2.3", "1.2.3 1.2.9", "1.3.0 1.2.2")]
    [InlineData("~1.2", "1.2.0 1.2.9", "1.3.0-0 1.1.9")]
    [InlineData("~1", "1.0.0 1.9.9", "2.0.0-0 0.9.9")]
    [InlineData("~0.2.3", "0.2.3 0.2.9", "0.3.0 0.3.0-0")]
    [InlineData("~1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.4 1.2.3 1.2.9", "1.2.3-beta.1 1.3.0")]
    [InlineData("^1.2.3", "1.2.3 1.9.9 1.3.0-beta", "2.0.0 2.0.0-0 1.2.2")]
    [InlineData("^0.2.3", "0.2.3 0.2.9", "0.3.0 0.3.0-0")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4 0.0.4-0")]
    [InlineData("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3 1.9.9", "1.2.3-beta.1 2.0.0-0")]
    [InlineData("^0.0.3-beta", "0.0.3-beta 0.0.3-pr.2 0.0.3", "0.0.4")]
    [InlineData("^1.2.x", "1.2.0 1.9.9", "2.0.0-0 1.1.9")]
    [InlineData("^0.0.x", "0.0.0 0.0.9", "0.1.0-0")]
    [InlineData("^0.0", "0.0.9", "0.1.0-0")]
    [InlineData("^1.x", "1.0.0 1.9.9", "2.0.0-0 0.9.9")]
    [InlineData("^0.x", "0.0.0 0.9.9", "1.0.0-0")]
    [InlineData("^*", "0.0.1 9.9.9", "")]
    [InlineData(">*", "", "0.0.0 99.0.0")]
    [InlineData("<*", "", "0.0.0 99.0.0 0.0.0-alpha")]
    public void Range_holds_and_leaves_out(string range, string inside, string outside)
    {
        Assert.True(NpmRange.TryParse(range, out var parsed));
        Assert.All(Versions(inside), version => Assert.True(parsed.Contains(version), version.ToString()));
        Assert.All(Versions(outside), version => Assert.False(parsed.Contains(version), version.ToString()));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.3 ||| 2")]
    [InlineData(">=")]
    [InlineData(">=>1")]
    [InlineData("[1.0,2.0)")]
    [InlineData("1,2")]
    [InlineData("1.2.3-")]
    [InlineData("a.b.c")]
    [InlineData("-1")]
    [InlineData("file:../x")]
    [InlineData("workspace:*")]
    [InlineData("https://example.com/x.tgz")]
    [InlineData("99999999999999999999.0.0")]
    public void Anything_else_is_no_range(string text) => Assert.False(NpmRange.TryParse(text, out _));

    [Theory]
    [InlineData("^1.2.3", "1.2.3")]
    [InlineData("1.x", "1.0.0")]
    [InlineData(">=1.0.0 <2", "1.0.0")]
    [InlineData(">1.0 >=1.2.3", "1.2.3")]
    [InlineData("3 || 1.5", "1.5.0")]
    [InlineData("*", "0.0.0")]
    [InlineData("1.0.0-beta", "1.0.0-beta")]
    public void The_lowest_version_of_a_range_is_the_one_it_surely_allows(string range, string lowest)
    {
        Assert.True(NpmRange.TryLowest(range, out var found));
        Assert.Equal(Versions(lowest).Single(), found);
    }

    [Fact]
    public void Versions_are_ordered_as_semver_orders_them()
    {
        var ordered = Versions("1.0.0-0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1-0 1.1.0 2.0.0").ToList();

        Assert.All(ordered.SelectMany((a, i) => ordered.Select((b, j) => (a, i, b, j))), pair =>
        {
            Assert.Equal(pair.i.CompareTo(pair.j), Math.Sign(pair.a.CompareTo(pair.b)));
            Assert.Equal(pair.i < pair.j, pair.a < pair.b);
            Assert.Equal(pair.i >= pair.j, pair.a >= pair.b);
        });
    }

    private static IEnumerable<SemanticVersion> Versions(string texts) => texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
    {
        var parts = text.Split('+')[0].Split('-', 2);
        var numbers = parts[0].Split('.').Select(long.Parse).ToList();
        return new SemanticVersion(numbers[0], numbers[1], numbers[2], parts.Length > 1 ? parts[1] : "");
    });
}
