using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Tests.Documents;
using AiToolPolicy.Engine.Yaml;

namespace AiToolPolicy.Tool.Tests.Fixtures;

/// <summary>
/// The whole tool over small repositories. With the environment variable AITOOLPOLICY_ACCEPT=1 the expected findings are written anew; what
/// changed is then for a person to read.
/// </summary>
public sealed class FixtureTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("AITOOLPOLICY_ACCEPT") == "1";

    public static TheoryData<string> Situations => [.. Fixture.All.Select(fixture => fixture.Situation)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Found_is_what_is_expected_and_nothing_else(string situation)
    {
        var fixture = new Fixture(situation);
        var found = fixture.Findings().Select(Fixture.Line).ToList();
        if (Accepts)
        {
            File.WriteAllText(fixture.ExpectedFile, string.Concat(found.Select(line => line + "\n")));
        }

        var expected = File.Exists(fixture.ExpectedFile) ? File.ReadAllLines(fixture.ExpectedFile) : [];
        Assert.Equal("", string.Join("\n", Missing("- not found: ", expected, found).Concat(Missing("+ not expected: ", found, expected))));
    }

    [Fact]
    public void Every_tool_of_the_catalog_is_found_in_a_repository()
    {
        var found = Fixture.All.SelectMany(fixture => fixture.Findings()).Select(finding => finding.Subject?.Tool).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join(", ", CompiledCatalog.Embedded.Tools.Select(tool => tool.Id).Where(id => !found.Contains(id)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_inspector_sees_something_in_a_repository()
    {
        var files = Fixture.All.SelectMany(fixture => fixture.Open().Files).ToList();
        var blind = Inspectors.All.Concat(YamlInspectors.All).Concat(BinaryInspectors.All).Where(inspector => !files.Exists(file => inspector.Reads(file) && Sees(inspector, file)));

        Assert.Equal("", string.Join("\n", blind.Select(inspector => inspector.GetType().Name)));
    }

    [Fact]
    public void A_repository_without_AI_tools_is_silent() => Assert.Empty(new Fixture("no-ai").Findings());

    [Fact]
    public async Task The_rest_of_this_repository_shows_no_AI_tool()
    {
        var scan = await Scan.Run(Repository.Root, "--policy", Path.Combine(Repository.Root, "policy/samples/restricted-list.json"), "--exclude", "tests/Fixtures/**");

        Assert.DoesNotContain(scan.Lines, line => line.Contains(" AITP10", StringComparison.Ordinal));
    }

    private static bool Sees(IInspector inspector, InputFile file)
    {
        var context = new InspectionContext(CompiledCatalog.Embedded, ReferenceSites.None, new CentralVersions([]));
        inspector.Inspect(file, context);
        return context.Evidence.Count + context.Weakenings.Count > 0;
    }

    // The same line may stand there twice.
    private static List<string> Missing(string sign, IEnumerable<string> wanted, IEnumerable<string> given)
    {
        var left = given.ToList();
        return [.. wanted.Where(line => !left.Remove(line)).Select(line => sign + line)];
    }
}
