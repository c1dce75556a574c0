using AiToolPolicy.Feeds.Archives;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>What a policy package is, and what is none.</summary>
public class PolicyPackageTests
{
    private const string Manifest = "<package><metadata><id>Contoso.AiToolPolicy</id><version>1.0</version></metadata></package>";

    [Fact]
    public void What_is_packed_is_read()
    {
        var package = PolicyPackage.Read(Contoso.Package("1.0.0"), "contoso.aitoolpolicy", "1.0");

        Assert.Equal((Contoso.Id, "1.0.0", Contoso.Policy()), (package.Id, package.Version, package.Text));
        Assert.Equal(PackageDigest.Sha512(Contoso.Package("1.0.0")), package.Sha512);
    }

    [Fact]
    public void The_same_policy_gives_the_same_bytes_however_lines_end() =>
        Assert.Equal(Contoso.Package("1.0.0", "{\n}\n"), Contoso.Package("1.0.0", "{\r\n}\r\n"));

    [Fact]
    public void Content_is_what_a_package_needs_and_no_more() =>
        Assert.Equal(
            ["_rels/.rels", "Contoso.AiToolPolicy.nuspec", "build/Contoso.AiToolPolicy.props", "policy/ai-tool-policy.json", "policy/ai-tool-policy.json.digest", "[Content_Types].xml"],
            new PackageArchive(Contoso.Package("1.0.0")).Names);

    [Fact]
    public void Another_package_or_version_inside_is_refused()
    {
        AssertRefused("says that it is 'Contoso.AiToolPolicy' 1.0.0", Contoso.Package("1.0.0"), "Other");
        AssertRefused("says that it is 'Contoso.AiToolPolicy' 1.0.0", Contoso.Package("1.0.0"), version: "1.0.1");
    }

    [Fact]
    public void Package_without_policy_digest_or_manifest_is_refused()
    {
        AssertRefused("has no manifest (.nuspec)", TestPackage.Zip(("a", "")));
        AssertRefused("has more than one manifest (.nuspec)", TestPackage.Zip(("a.nuspec", Manifest), ("b.nuspec", Manifest)));
        AssertRefused("has a manifest (.nuspec) without an id and a version that can be read", TestPackage.Zip(("a.nuspec", "<package>")));
        AssertRefused("has a manifest (.nuspec) without an id and a version that can be read", TestPackage.Zip(("a.nuspec", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Manifest)));
        AssertRefused("carries no policy", TestPackage.Zip(("a.nuspec", Manifest)));
        AssertRefused("carries no digest of its policy", TestPackage.Zip(("a.nuspec", Manifest), ("policy/ai-tool-policy.json", "{}")));
        AssertRefused("the digests differ", TestPackage.Zip(("a.nuspec", Manifest), ("policy/ai-tool-policy.json", "{}"), ("policy/ai-tool-policy.json.digest", "sha256:00")));
    }

    private static void AssertRefused(string reason, byte[] bytes, string id = Contoso.Id, string version = "1.0.0") =>
        Assert.Contains(reason, Assert.Throws<PackageProblemException>(() => PolicyPackage.Read(bytes, id, version)).Message, StringComparison.Ordinal);
}
