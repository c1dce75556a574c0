using AiToolPolicy.Engine.Inspection.Manifests;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class RequirementsTests
{
    [Fact]
    public void Requirements_are_seen_in_every_form_and_spelling() => Assert.Equal(
        """
        requirements.txt(3,1)-(3,12): Manifest Dependency: PyPI package 'initech-sdk' 1.2.3 is agent
        requirements.txt(4,3)-(4,14): Manifest Dependency: PyPI package 'Initech_SDK' >=1.0,<2 is agent
        requirements.txt(5,1)-(5,12): Manifest Dependency: PyPI package 'initech.sdk' ~=1.0 is agent
        requirements.txt(6,1)-(6,20): Manifest Dependency: PyPI package 'initech__ext._tools' is agent
        requirements.txt(7,1)-(7,8): Manifest Dependency: PyPI package 'initech' is agent
        requirements.txt(10,1)-(10,8): Manifest Dependency: PyPI package 'initech' 2.0 is agent
        """,
        ManifestSample.Evidence("requirements.txt", """
            -r base.txt
            # initech-sdk==9.9 is not wanted
            initech-sdk==1.2.3 # via app
              Initech_SDK[cli,async] >= 1.0, < 2 ; python_version < "3.9"
            initech.sdk~=1.0;extra == 'x'
            initech__ext._tools
            initech @ https://example.org/initech-1.0.whl#sha256=abc
            -e git+https://example.org/initech.git#egg=initech
            https://example.org/initech-sdk-1.0.tar.gz
            initech==2.0 \
                --hash=sha256:0123 \
                initech-sdk
            ./initech
            initech-cli
            initechs==1.0
            git+ssh://git@example.org/initech.git
            """));

    [Theory]
    [InlineData("requirements.txt", true)]
    [InlineData("requirements-dev.txt", true)]
    [InlineData("dev-requirements.txt", true)]
    [InlineData("requirements.in", true)]
    [InlineData("requirements/base.txt", true)]
    [InlineData("requirements/ci/test.txt", true)]
    [InlineData("requirements-notes/ci/test.txt", false)]
    [InlineData("a/constraints-3.12.txt", true)]
    [InlineData("notes.txt", false)]
    [InlineData("requirements.md", false)]
    [InlineData("MANIFEST.in", false)]
    public void Files_are_known_by_their_names(string path, bool isRead) =>
        Assert.Equal(isRead, ManifestSample.Evidence(path, "initech\n").Length > 0);

    [Fact]
    public void A_constraint_installs_nothing_by_itself() => Assert.Equal(
        "constraints.txt(1,1)-(1,8): Manifest Configured: PyPI package 'initech' (constraint) 1.0 is agent",
        ManifestSample.Evidence("constraints.txt", "initech==1.0\n"));

    [Fact]
    public void A_conflict_is_told_and_both_sides_are_read() => Assert.Equal(
        "requirements.txt(1,1): a merge conflict is not resolved; what stands on both sides was inspected.",
        ManifestSample.Problems("requirements.txt", "<<<<<<< HEAD\ninitech==1\n=======\ninitech==2\n>>>>>>> b\n"));

    [Theory]
    [InlineData("a", "a", null)]
    [InlineData("a-b.c_d [x] == 1.0 ; m", "a-b.c_d", "1.0")]
    [InlineData("a (>=1.0)", "a", ">=1.0")]
    [InlineData("a===1.0", "a", "1.0")]
    [InlineData("a==1.*", "a", "==1.*")]
    [InlineData("a==1.0,!=1.1", "a", "==1.0,!=1.1")]
    [InlineData("a @ file:///x", "a", null)]
    [InlineData("a==1.0 --hash=sha256:00", "a", "1.0")]
    public void A_requirement_has_a_name_and_a_version(string text, string name, string? version) =>
        Assert.Equal(new Requirement(name, version), Requirement.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-r a")]
    [InlineData("./a")]
    [InlineData("https://a/b")]
    [InlineData("a b c")]
    [InlineData("{{ a }}")]
    [InlineData("a = 1")]
    public void What_is_no_requirement_is_none(string text) => Assert.Null(Requirement.Parse(text));
}
