using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class ProjectTemplateTests
{
    [Fact]
    public void First_branches_stay_and_every_place_stays_where_it_is()
    {
        const string template = "{\r\n//#if (A)\n\"a\": 1\n//#if (B)\n,\"b\": 2\n////#else\n,\"c\": 3\n//#endif\n  //#elseif (C)\n\"d\": 4\n//#if (D)\n,\"e\": 5\n//#endif\n//#endif\n}";
        var read = ProjectTemplate.FirstBranches(template);
        Assert.Equal(template.Length, read.Length);
        Assert.Equal(template.Count(c => c == '\n'), read.Count(c => c == '\n'));
        Assert.All("abAB", c => Assert.Contains(c, read));
        Assert.All("cde", c => Assert.DoesNotContain($"\"{c}\"", read, StringComparison.Ordinal));
        Assert.Equal(template.IndexOf("\"b\"", StringComparison.Ordinal), read.IndexOf("\"b\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//#endif\n//#else\n{")]
    [InlineData("//#if\n//#else")]
    [InlineData("")]
    public void Unbalanced_directives_do_no_harm(string text) => Assert.Equal(text.Length, ProjectTemplate.FirstBranches(text).Length);

    [Fact]
    public void A_template_is_read_and_is_no_malformed_file()
    {
        const string template = "{\n  \"profiles\": { \"x\": { \"environmentVariables\": {\n//#if (A)\n\"ACME_API_KEY\": \"\"\n//#else\n\"B\": 1\n//#endif\n } } }\n}";
        var context = Seen.Inspect(InputFile.Of("Properties/launchSettings.json", template));
        Assert.Empty(context.Problems);
        Assert.Contains("ACME_API_KEY", Seen.Lines(context), StringComparison.Ordinal);
    }
}
