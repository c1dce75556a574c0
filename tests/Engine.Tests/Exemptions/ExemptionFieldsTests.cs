using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Exemptions;

public sealed class ExemptionFieldsTests
{
    [Theory]
    [InlineData("Needed until the move; owner=jane@contoso.example; expires=2026-12-31", "Needed until the move", "jane@contoso.example", "2026-12-31")]
    [InlineData("  It's the vendor's own; owner = jane ;expires=2026-12-31;", "It's the vendor's own", "jane", "2026-12-31")]
    [InlineData("justification=\"One; two\"; expires='2026-12-31'; owner=Jane Doe", "One; two", "Jane Doe", "2026-12-31")]
    [InlineData("\"One; two\"; owner=a=b", "One; two", "a=b", null)]
    [InlineData("x = y holds here", null, null, null)]
    [InlineData("", null, null, null)]
    public void Sentence_is_read(string text, string? justification, string? owner, string? expires)
    {
        var (read, problems) = Sentence(text);

        Assert.Equal((justification, owner, expires), (read.Justification?.Value, read.Owner?.Value, read.Expires?.Value));
        Assert.Equal(text.StartsWith("x =", StringComparison.Ordinal), problems.Length > 0);
    }

    [Fact]
    public void Words_are_read_with_their_places()
    {
        const string Text = "rule=AITP1004 justification=\"The build image has it\" owner='Jane Doe' path=ci/** expires=2026-12-31";
        var file = new SourceFile("Dockerfile", "\n# " + Text);
        var findings = new List<Finding>();

        var read = new ExemptionFields(findings).ReadWords(PlacedText.Of(file, 3, Text.Length), Location.StartOf("Dockerfile"));

        Assert.Empty(findings);
        Assert.Equal(("AITP1004", "The build image has it", "Jane Doe", "2026-12-31", "ci/**"), (read.Rule!.Value, read.Justification!.Value, read.Owner!.Value, read.Expires!.Value, read.Paths!.Single().Value));
        Assert.Equal("(2,92)-(2,102)", Rendered.Range(read.Expires.Location));
    }

    [Theory]
    [InlineData("Why; ownr=jane", "Unknown field 'ownr'. Did you mean 'owner'?")]
    [InlineData("Why; owner=jane; owner=joe", "The field 'owner' stands here a second time.")]
    [InlineData("Why; owner=jane; and more", "'and more' is no field")]
    public void Mistake_makes_the_record_malformed(string text, string words)
    {
        var (read, problems) = Sentence(text);

        Assert.True(read.IsMalformed);
        Assert.Contains(words, problems, StringComparison.Ordinal);
    }

    private static (ExemptionDocument Read, string Problems) Sentence(string text)
    {
        var findings = new List<Finding>();
        var read = new ExemptionFields(findings).ReadSentence(PlacedText.Of(new SourceFile("a.cs", text)), Location.StartOf("a.cs"));
        return (read, Rendered.Lines(findings));
    }
}
