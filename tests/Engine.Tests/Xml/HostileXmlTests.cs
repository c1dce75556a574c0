using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Tests.Xml;

public class HostileXmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE a>\n<a/>", "(1,1)")]
    [InlineData("\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "(2,1)")]
    [InlineData("<!DOCTYPE a [ <!ENTITY x SYSTEM \"http://127.0.0.1/\"> ]><a>&x;</a>", "(1,1)")]
    [InlineData("<!DOCTYPE a [ <!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p; ]><a/>", "(1,1)")]
    [InlineData("<!DOCTYPE a [ <!ENTITY b 'b'> <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'> ]><a>&c;</a>", "(1,1)")]
    public void A_document_type_is_refused_where_it_stands(string text, string place)
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", text));

        Assert.Null(tree.Root);
        Assert.StartsWith("For security reasons DTD is prohibited", tree.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal($"a.xml{place}", tree.Problem.Location.ToString());
    }

    [Theory]
    [InlineData(257, true)]
    [InlineData(258, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_is_bounded(int depth, bool isRead)
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth))));

        Assert.Equal(isRead, tree.Problem is null);
        Assert.Equal(Math.Min(depth, 257), tree.Root!.SelfAndDescendants().Count());
        Assert.True(isRead || tree.Problem!.Message == "The XML is nested more than 256 deep.");
        Assert.True(isRead || tree.Problem!.Location.Column == (257 * 3) + 2);
    }

    [Fact]
    public void The_number_of_nodes_is_bounded()
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", "<a>" + string.Concat(Enumerable.Repeat("<b/>", 1_000_001)) + "</a>"));

        Assert.Equal("The XML is of more than 1000000 nodes.", tree.Problem?.Message);
    }

    [Fact]
    public void Text_in_half_a_million_pieces_is_joined_in_linear_time()
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", "<a>" + string.Concat(Enumerable.Repeat("x<b/>", 400_000)) + "</a>"));

        Assert.Null(tree.Problem);
        Assert.Equal(new string('x', 400_000), tree.Root!.Text);
    }

    [Fact]
    public void Ten_thousand_attributes_are_read()
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", "<a " + string.Join(" ", Enumerable.Range(0, 10_000).Select(i => $"b{i}='{i}'")) + "/>"));

        Assert.Equal("9999", tree.Root!.Attribute("B9999")!.Value);
    }
}
