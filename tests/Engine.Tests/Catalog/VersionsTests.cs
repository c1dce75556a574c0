using AiToolPolicy.Engine.Catalog;
using NuGet.Versioning;

namespace AiToolPolicy.Engine.Tests.Catalog;

public class VersionsTests
{
    private static readonly string[] Ranges = ["1.0", "[1.0,2.0)", "(1.0,2.0]", "[1.0]", "(,1.0]", "(,1.0)", "[1.0,)", "(1.0,)", "[2.0.0-0,)", "(,2.0.0-0)", "[1.0.0-beta,1.0.0]"];

    private static readonly string[] Numbers =
        ["0.9", "1", "1.0", "1.0.0", "1.0.0.0", "1.0.0-alpha", "1.0.0-beta", "1.0.0-BETA", "1.0.0-beta.2", "1.0.0+build", "1.5", "2.0", "2.0.0-0", "2.0.0.1", "2.1-preview", "99.9.9.9"];

    [Fact]
    public void A_version_lies_in_a_range_exactly_when_NuGet_says_so() =>
        Assert.All(Ranges.SelectMany(range => Numbers.Select(number => (range, number))), pair =>
            Assert.Equal(
                VersionRange.Parse(pair.range).Satisfies(NuGetVersion.Parse(pair.number)),
                Versions.Contains(SignatureKind.Nuget, pair.range, pair.number)));

    [Theory]
    [InlineData("[2.0,)", "[2.1, )", true)]
    [InlineData("[2.0,)", "[1.0,3.0)", false)]
    [InlineData("[2.0,)", "2.*", true)]
    [InlineData("[2.0,)", "1.*", false)]
    [InlineData("[2.0,)", "[1.0]", false)]
    [InlineData("[0.1,)", "*", false)]
    [InlineData("[2.0,)", "2.0.0-*", false)]
    [InlineData("[2.0,)", "(,3.0]", null)]
    [InlineData("[2.0,)", null, null)]
    [InlineData("[2.0,)", "", null)]
    [InlineData("[2.0,)", " ", null)]
    [InlineData("[2.0,)", "$(Version)", null)]
    [InlineData("[2.0,)", "two", null)]
    [InlineData("two", "2.0", null)]
    public void Of_a_declared_range_the_lowest_version_counts(string range, string? version, bool? expected) =>
        Assert.Equal(expected, Versions.Contains(SignatureKind.Nuget, range, version));

    [Theory]
    [InlineData(">=2", "^2.1.0", true)]
    [InlineData(">=2", "^1.9.0", false)]
    [InlineData(">=2", "2.x", true)]
    [InlineData(">=2.0.0", "2.x", true)]
    [InlineData(">=2", "latest", null)]
    [InlineData(">=2", "workspace:*", null)]
    [InlineData(">=2", null, null)]
    [InlineData("[2.0,)", "2.0.0", null)]
    public void For_npm_its_own_notation_counts(string range, string? version, bool? expected) =>
        Assert.Equal(expected, Versions.Contains(SignatureKind.Npm, range, version));

    [Theory]
    [InlineData(SignatureKind.Nuget, "[1.0,2.0)", true)]
    [InlineData(SignatureKind.Nuget, "^1.0", false)]
    [InlineData(SignatureKind.Npm, "^1.0", true)]
    [InlineData(SignatureKind.Npm, "[1.0,2.0)", false)]
    public void A_range_belongs_to_its_ecosystem(SignatureKind kind, string range, bool expected) => Assert.Equal(expected, Versions.IsRange(kind, range));
}
