using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Judging;

public class WeakeningTests
{
    private static string Check(string? policy, string text = "<NoWarn>AITP1001</NoWarn>") =>
        Rendered.Lines(Sample.Check(policy, InputFile.Of("a.csproj", $"<Project><PropertyGroup>{text}</PropertyGroup></Project>")).Findings);

    [Theory]
    [InlineData("", "warning AITP3004: NoWarn lists AITP1001, which hides warnings of the check · warned about by 'weakening' of policy ai-tool-policy.json")]
    [InlineData("\"name\": \"P\", \"weakening\": \"notice\",", "notice AITP3004: NoWarn lists AITP1001, which hides warnings of the check · noted by 'weakening' of policy 'P'")]
    [InlineData("\"weakening\": \"deny\",", "error AITP3004: NoWarn lists AITP1001, which hides warnings of the check · denied by 'weakening' of policy")]
    [InlineData("\"weakening\": \"allow\", \"locked\": true,", "error AITP3004: NoWarn lists AITP1001, which hides warnings of the check · denied, as policy ai-tool-policy.json is locked")]
    public void Severity_is_the_policys(string keys, string expected) => Assert.StartsWith("a.csproj(1,33): " + expected, Check($"{{ {keys} \"default\": \"notice\" }}"), StringComparison.Ordinal);

    [Fact]
    public void Policy_may_let_it_be() => Assert.Equal("", Check("""{ "weakening": "allow", "default": "notice" }"""));

    [Fact]
    public void Without_a_policy_there_is_no_check_to_weaken() => Assert.Equal("", Check(null));

    [Fact]
    public void A_hint_is_never_more_than_a_notice()
    {
        var found = Rendered.Lines(Sample.Check("""{ "default": "notice", "locked": true }""", Sample.Project("<PackageReference Include=\"$(X)\" />")).Findings);

        Assert.StartsWith("src/App/App.csproj(3,5): notice AITP3004: Package id '$(X)' is computed", found, StringComparison.Ordinal);
    }
}
