using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Tests.Xml;

public class XmlTreeTests
{
    [Fact]
    public void Every_element_and_attribute_value_knows_its_place() =>
        Expect("""
            <?xml version="1.0"?>
            <!-- head -->
            <Project Sdk="A/1.0" >
              <ItemGroup Condition="'$(X)' > '1'">
                <PackageReference Include='B;C'
                                  Version = "2.0" />
                <B><Version> 3.0 </Version></B>
              </ItemGroup>
            </Project>
            """,
            """
            Project (3,1)-(3,23)
              Sdk (3,15)-(3,20) "A/1.0"
              ItemGroup (4,3)-(4,39)
                Condition (4,25)-(4,37) "'$(X)' > '1'"
                PackageReference (5,5)-(6,41)
                  Include (5,32)-(5,35) "B;C"
                  Version (6,34)-(6,37) "2.0"
                B (7,5)-(7,8)
                  Version (7,8)-(7,17) text "3.0"
            """);

    [Fact]
    public void Entities_are_decoded_and_the_place_stays_that_of_the_raw_value() =>
        Expect("<a b='x&#65;&amp;&quot;y' c=\"&#x1F98A;\">1 &lt; 2</a>", """
            a (1,1)-(1,41) text "1 < 2"
              b (1,7)-(1,25) "xA&"y"
              c (1,30)-(1,39) "🦊"
            """);

    [Fact]
    public void A_part_of_a_value_has_its_own_place_unless_entities_hide_it()
    {
        var root = XmlTree.Read(new SourceFile("a.xml", "<a b='one;two' c='o&#110;e;two' />")).Root!;

        Assert.Equal("(1,11)-(1,14)", Rendered.Range(root.Attribute("b")!.LocationOf(4, 3)));
        Assert.Equal("(1,19)-(1,31)", Rendered.Range(root.Attribute("c")!.LocationOf(4, 3)));
    }

    [Fact]
    public void Line_ends_of_every_kind_count_alike() =>
        Expect("<a>\r\n<b/>\r<c\n d=\"e\r\nf\"/>\n\n</a>", """
            a (1,1)-(1,4)
              b (2,1)-(2,5)
              c (3,1)-(5,5)
                d (4,5)-(5,2) "e f"
            """);

    [Fact]
    public void Text_around_children_and_in_CDATA_is_joined() =>
        Expect("<a> one <b/><![CDATA[two <]]> <!-- no --> three </a>", """
            a (1,1)-(1,4) text "one two < three"
              b (1,9)-(1,13)
            """);

    [Fact]
    public void Names_are_local_names() =>
        Expect("<m:a xmlns:m='urn:x'><m:b m:c='d'/></m:a>", """
            a (1,1)-(1,22)
              m (1,15)-(1,20) "urn:x"
              b (1,22)-(1,36)
                c (1,32)-(1,33) "d"
            """);

    [Theory]
    [InlineData("<a><b/></c>", "a b", "(1,10)-(1,11): The 'a' start tag on line 1 position 2 does not match the end tag of 'c'.")]
    [InlineData("<a>\n  <b x='1' x='2'/></a>", "a", "(2,12)-(2,13): 'x' is a duplicate attribute name.")]
    [InlineData("<a><b>", "a b", "(1,7)-(1,7): Unexpected end of file has occurred. The following elements are not closed: b, a.")]
    [InlineData("<a b=c/>", "", "(1,6)-(1,7): 'c' is an unexpected token. The expected token is '\"' or '''.")]
    [InlineData("<a/><b/>", "a", "(1,6)-(1,7): There are multiple root elements.")]
    [InlineData("<a>&nbsp;</a>", "a", "(1,5)-(1,6): Reference to undeclared entity 'nbsp'.")]
    [InlineData("<a>\u0001</a>", "a", "(1,4)-(1,5): '\\u{0001}', hexadecimal value 0x01, is an invalid character.")]
    [InlineData("{ \"a\": 1 }", "", "(1,1)-(1,2): Data at the root level is invalid.")]
    [InlineData("<<<<<<< HEAD\n<a/>", "", "(1,2)-(1,3): Name cannot begin with the '<' character, hexadecimal value 0x3C.")]
    [InlineData("<!-- only -->", "", "(1,1)-(1,2): Root element is missing.")]
    [InlineData("", "", "(1,1)-(1,1): Root element is missing.")]
    public void Malformed_text_gives_the_tree_so_far_and_the_problem_at_its_place(string text, string elements, string problem)
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", text));

        Assert.Equal(elements, string.Join(" ", tree.Root?.SelfAndDescendants().Select(e => e.Name) ?? []));
        Assert.Equal(problem, $"{Rendered.Range(tree.Problem!.Location)}: {tree.Problem.Message}");
    }

    // Apart from the others: a lone surrogate does not survive the way through a test runner.
    [Fact]
    public void A_lone_surrogate_is_malformed() => Assert.NotNull(XmlTree.Read(new SourceFile("a.xml", "<a>\ud800</a>")).Problem);

    private static void Expect(string text, string expected)
    {
        var tree = XmlTree.Read(new SourceFile("a.xml", text));

        Assert.Null(tree.Problem);
        Assert.Equal(expected, string.Join("\n", Lines(tree.Root!, "")));
    }

    private static IEnumerable<string> Lines(XmlElement element, string indent)
    {
        var text = element.Text.Length == 0 ? "" : $" text \"{element.Text}\"";
        yield return $"{indent}{element.Name} {Rendered.Range(element.Location)}{text}";
        foreach (var attribute in element.Attributes)
        {
            yield return $"{indent}  {attribute.Name} {Rendered.Range(attribute.Location)} \"{attribute.Value}\"";
        }

        foreach (var line in element.Children.SelectMany(child => Lines(child, indent + "  ")))
        {
            yield return line;
        }
    }
}
