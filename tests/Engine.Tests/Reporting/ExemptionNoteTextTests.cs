using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Reporting;

public sealed class ExemptionNoteTextTests
{
    private static readonly ExemptionNote Full = new(
        new Location("ai-tool-exemptions.json", 3, 5, 3, 20), false, "It \"cannot\" go,\n as said · äöü.", "jane@contoso.example", new Day(2026, 12, 31), "SEC-117", "board");

    private static readonly ExemptionNote Bare = new(new Location("src/App/App.csproj", 1, 1, 1, 1), true, "", null, null, null, null);

    [Fact]
    public void What_was_written_is_read() =>
        Assert.Equal([Full, Bare], [ExemptionNoteText.Read(ExemptionNoteText.Write(Full)), ExemptionNoteText.Read(ExemptionNoteText.Write(Bare))]);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "path": "a" }""")]
    [InlineData("""{ "path": 1, "justification": [] }""")]
    public void Anything_else_is_none(string text) => Assert.Null(ExemptionNoteText.Read(text));
}
