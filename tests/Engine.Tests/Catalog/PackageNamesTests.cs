using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

public class PackageNamesTests
{
    [Theory]
    [InlineData(SignatureKind.Pypi, "Foo._-.Bar_2", "foo-bar-2")]
    [InlineData(SignatureKind.Pypi, "foo-bar", "foo-bar")]
    [InlineData(SignatureKind.Cargo, "a_b-c", "a-b-c")]
    [InlineData(SignatureKind.Go, "example.org/a/v12", "example.org/a")]
    [InlineData(SignatureKind.Go, "example.org/a/v", "example.org/a/v")]
    [InlineData(SignatureKind.Go, "example.org/a/vx2", "example.org/a/vx2")]
    [InlineData(SignatureKind.Homebrew, "homebrew/cask/a", "a")]
    [InlineData(SignatureKind.Homebrew, "a/tap/b", "a/tap/b")]
    [InlineData(SignatureKind.Npm, "a_b", "a_b")]
    public void Spellings_of_one_package_have_one_name(SignatureKind kind, string name, string canonical) =>
        Assert.Equal(canonical, PackageNames.Canonical(kind, name));
}
