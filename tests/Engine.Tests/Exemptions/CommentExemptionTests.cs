using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Exemptions;

public sealed class CommentExemptionTests
{
    private const string Policy =
        """{ "name": "P", "default": "allow", "rules": [ { "tools": ["vendor:acme"], "action": "deny" } ] }""";

    private const string Words = "ai-tool-policy: exempt acme-code justification=\"The build image has it until the move\" owner=jane@contoso.example expires=2026-08-31";

    // File, and its text around the comment; whether that is a comment.
    public static TheoryData<string, string, bool> Places => new()
    {
        { "Dockerfile", "FROM node\n# {0}\nENV ACME_TOKEN=x\n", true },
        { "Dockerfile", "FROM node\n  # {0}\n", true },
        { "Dockerfile", "FROM node # {0}\n", false },
        { "Dockerfile", "RUN <<EOF\n# {0}\nEOF\n", false },
        { "build/Dockerfile.dev", "#{0}", true },
        { ".github/workflows/a.yml", "on: push # {0}\n", true },
        { ".github/workflows/a.yml", "# {0}\non: push", true },
        { "a.yaml", "on: push# {0}\n", false },
        { "a.yaml", "name: \"x # {0}\n  y\"\n", false },
        { "a.yaml", "name: 'it''s # {0}'\n", false },
        { "a.yaml", "name: don't\n# {0}\n", true },
        { "a.yaml", "run: |\n  # {0}\n", false },
        { "a.yaml", "run: >-\n\n  # {0}\nnext: 1\n", false },
        { "a.yaml", "a:\n  run: |\n    echo\n  # {0}\n", true },
        { "mise.toml", "[tools] # {0}\n", true },
        { "mise.toml", "a = \"x # {0}\"\n", false },
        { "mise.toml", "a = \"\"\"\n# {0}\n\"\"\"\n", false },
        { "mise.toml", "a = '''\nx'''\n# {0}\n", true },
        { "install.sh", "npm i x # {0}\n", true },
        { "install.sh", "echo 'a\n# {0}\n'\n", false },
        { "install.sh", "cat <<-END\n# {0}\nEND\n", false },
        { "install.sh", "echo \"a \\\" # {0}\"\n", false },
        { "install.sh", "cat <<END\nx\nEND\n# {0}\n", true },
        { "install.ps1", "# {0}\n", true },
        { ".env", "# {0}\nACME_TOKEN=x\n", true },
        { ".env", "A=x # {0}\n", false },
        { "requirements-dev.txt", "# {0}\n", true },
        { ".vscode/mcp.json", "{ // {0}\n}", true },
        { ".vscode/mcp.json", "{ /* {0} */ }", true },
        { ".vscode/mcp.json", "{ \"a\": \"// {0}\" }", false },
        { ".vscode/mcp.json", "{ \"a\": \"\\\"// {0}\" }", false },
        { "go.mod", "module x // {0}\n", true },
        { "App.csproj", "<Project><!-- {0} --></Project>", true },
        { "App.csproj", "<Project><A><![CDATA[<!-- {0} -->]]></A></Project>", false },
        { "App.csproj", "<Project><A B=\"{0}\" /></Project>", false },
        { "nuget.config", "<!--{0}-->", true },
        { "README.md", "# {0}\n", false },
        { "README.md", "<!-- {0} -->\n", false },
        { "notes.txt", "# {0}\n", false },
        { "ACME.md", "# {0}\n", false },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Comment_is_read_and_a_string_is_none(string path, string around, bool isComment)
    {
        var words = around.Contains('"', StringComparison.Ordinal) && !isComment ? Words.Replace("\"", "'", StringComparison.Ordinal) : Words;
        var findings = new List<Finding>();

        var read = InlineExemptions.Read(new SourceFile(path, around.Replace("{0}", words, StringComparison.Ordinal)), findings);

        Assert.Empty(findings);
        Assert.Equal(isComment ? ["acme-code"] : [], read.Select(record => record.Tool!.Value));
        Assert.All(read, record => Assert.Equal(("jane@contoso.example", "2026-08-31", path), (record.Owner!.Value, record.Expires!.Value, record.Scope.File)));
    }

    [Fact]
    public void It_covers_that_tool_in_that_file()
    {
        var covered = InputFile.Of("a/.env", $"# {Words}\nACME_TOKEN=x\n");
        var other = InputFile.Of("b/.env", "ACME_TOKEN=x\n");

        var result = Sample.Check(Policy, covered, other);

        Assert.Equal("b/.env", Assert.Single(result.Findings).Location.Path);
        var exempted = Assert.Single(result.Exempted);
        Assert.Equal(("a/.env", true, "a/.env(1,3)"), (exempted.Location.Path, exempted.Exemption!.IsInSource, exempted.Exemption.Location.ToString()));
    }

    [Fact]
    public void Another_tool_in_the_same_file_is_not_covered()
    {
        var result = Sample.Check(Policy, InputFile.Of(".env", $"# {Words.Replace("acme-code", "acme-api", StringComparison.Ordinal)}\nACME_TOKEN=x\n"));

        Assert.Single(result.Findings, finding => finding.Rule.Id == "AITP1008");
        Assert.Empty(result.Exempted);
    }

    [Theory]
    [InlineData("exempt acme-code", "exempt acme-cod", "AITP3001", "Did you mean 'acme-code'?")]
    [InlineData("exempt", "exmpt", "AITP3001", "Did you mean 'exempt'?")]
    [InlineData("owner=jane@contoso.example ", "", "AITP2001", "'owner' is missing.")]
    [InlineData("owner=jane@contoso.example", "ownr=jane@contoso.example", "AITP3001", "Unknown field 'ownr'. Did you mean 'owner'?")]
    [InlineData("exempt acme-code", "exempt", "AITP2001", "it names nothing to exempt")]
    [InlineData("\"The build image has it until the move\"", "The build image has it", "AITP3001", "'build' is no field")]
    [InlineData("2026-08-31", "2026-07-01", "AITP2002", "expired")]
    public void Mistake_exempts_nothing_and_says_why_at_its_line(string right, string wrong, string rule, string words)
    {
        var result = Sample.Check(Policy, InputFile.Of("a/.env", $"\n# {Words.Replace(right, wrong, StringComparison.Ordinal)}\nACME_TOKEN=x\n"));

        Assert.Single(result.Findings, finding => finding.Rule.Id == "AITP1008");
        Assert.Contains(result.Findings, finding => finding.Rule.Id == rule && finding.Location is { Path: "a/.env", Line: 2 } && finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.Empty(result.Exempted);
    }

    [Fact]
    public void Remark_that_only_begins_so_is_left_alone() =>
        Assert.DoesNotContain("AITP3001", Rendered.Lines(Sample.Check(Policy, InputFile.Of("a/.env", "# ai-tool-policy: see the intranet\nACME_TOKEN=x\n")).Findings), StringComparison.Ordinal);
}
