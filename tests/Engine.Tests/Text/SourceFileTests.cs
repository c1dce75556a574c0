using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class SourceFileTests
{
    [Theory]
    [InlineData("ab\ncd", "1,1 1,2 1,3 2,1 2,2 2,3")]
    [InlineData("ab\n", "1,1 1,2 1,3 2,1")]
    [InlineData("a\rb\r", "1,1 1,2 2,1 2,2 3,1")]
    [InlineData("a\r\nb", "1,1 1,2 1,3 2,1 2,2")]
    [InlineData("\r\n\n\r", "1,1 1,2 2,1 3,1 4,1")]
    [InlineData("a\u0085b\u2028c", "1,1 1,2 1,3 1,4 1,5 1,6")]
    [InlineData("", "1,1")]
    public void Every_offset_has_its_line_and_column(string text, string expected)
    {
        var file = new SourceFile("a.txt", text);
        var places = Enumerable.Range(0, text.Length + 1).Select(offset => file.At(offset, 0)).ToList();

        Assert.Equal(expected, string.Join(" ", places.Select(p => $"{p.Line},{p.Column}")));
        Assert.All(places, p => Assert.Equal((p.Line, p.Column), (p.EndLine, p.EndColumn)));
    }

    [Theory]
    [InlineData("ab\ncd\r\nef\rgh")]
    [InlineData("\n\n")]
    [InlineData("no line end")]
    public void An_offset_survives_the_way_to_its_place_and_back(string text)
    {
        var file = new SourceFile("a.txt", text);

        Assert.All(Enumerable.Range(0, text.Length + 1), offset =>
        {
            var place = file.At(offset, 0);
            Assert.Equal(offset, file.OffsetOf(place.Line, place.Column));
        });
    }

    [Theory]
    [InlineData(-5, 2, "(1,1)-(1,3)")]
    [InlineData(1, 3, "(1,2)-(2,2)")]
    [InlineData(1, -1, "(1,2)-(1,2)")]
    [InlineData(4, 100, "(2,2)-(2,3)")]
    [InlineData(100, 1, "(2,3)-(2,3)")]
    [InlineData(1, int.MaxValue, "(1,2)-(2,3)")]
    public void A_range_is_clamped_to_the_text(int offset, int length, string expected) =>
        Assert.Equal(expected, Rendered.Range(new SourceFile("a.txt", "ab\ncd").At(offset, length)));

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 3)]
    [InlineData(2, 99, 5)]
    [InlineData(99, 2, 4)]
    [InlineData(-3, -3, 0)]
    public void A_line_and_column_outside_the_text_is_clamped(int line, int column, int expected) =>
        Assert.Equal(expected, new SourceFile("a.txt", "ab\ncd").OffsetOf(line, column));

    [Fact]
    public void A_location_reads_as_editors_link_it() =>
        Assert.Equal("src/a.txt(2,1)", new SourceFile("src/a.txt", "ab\ncd").At(3, 2).ToString());
}
