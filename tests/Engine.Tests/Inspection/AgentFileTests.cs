using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class AgentFileTests
{
    [Theory]
    [InlineData("ACME.md", "AgentFile Instructions: Instruction file 'ACME.md' is acme-code")]
    [InlineData("a/b/c/ACME.md", "AgentFile Instructions: Instruction file 'a/b/c/ACME.md' is acme-code")]
    [InlineData(".acme/rules/deep/a.txt", "AgentFile Configured: Settings file '.acme/rules/deep/a.txt' is acme-code")]
    [InlineData("src/App/.acme/x", "AgentFile Configured: Settings file 'src/App/.acme/x' is acme-code")]
    [InlineData("src/.acmeignore", "AgentFile Mention: Ignore file 'src/.acmeignore' is acme-code")]
    [InlineData("AGENTS.md", "AgentFile Instructions: Instruction file 'AGENTS.md' is ?")]
    public void A_file_is_known_by_its_path_at_any_depth(string path, string expected) =>
        Assert.Equal($"{path}(1,1)-(1,1): {expected}", Sample.Evidence(path, ""));

    [Theory]
    [InlineData("acme.md")]
    [InlineData("ACME.md.txt")]
    [InlineData("docs/MYACME.md")]
    [InlineData(".acme")]
    [InlineData("acme/settings.json")]
    [InlineData("src/.no-acme")]
    [InlineData(".a")]
    public void A_look_alike_an_opt_out_and_a_sign_that_needs_another_are_not(string path) => Assert.Equal("", Sample.Evidence(path, "ACME"));

    [Fact]
    public void The_text_of_a_file_that_no_one_needs_is_not_read()
    {
        var file = new InputFile(".acme/state.bin", () => throw new InvalidOperationException("nobody needs it"));

        Assert.Single(Sample.Check(null, file).Findings);
    }
}
