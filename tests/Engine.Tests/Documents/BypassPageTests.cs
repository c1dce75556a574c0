using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>Keeps the page of bypasses and the tests that try them in step.</summary>
public sealed partial class BypassPageTests
{
    private static readonly string[] Finders = ["build", "scan", "verify", "prevented", "nothing"];

    private static readonly string[] Tested = ["build", "scan", "prevented"];

    private static readonly IReadOnlyList<Match> Rows = [.. Row().Matches(Repository.Read("policy/bypasses.md")).Select(row => row)];

    private static readonly Lazy<ILookup<string, string>> Methods = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(path => Method().Matches(File.ReadAllText(path)).Select(method => (Class: Path.GetFileNameWithoutExtension(path), Name: method.Groups["name"].Value)))
        .ToLookup(test => test.Class, test => test.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_id_is_there_once_and_in_order() =>
        Assert.Equal(Enumerable.Range(1, 79).Select(number => $"B{number:00}"), Rows.Select(row => row.Groups["id"].Value));

    [Fact]
    public void Every_row_says_what_finds_it_in_the_words_of_the_page() =>
        Assert.All(Rows, row => Assert.All(FindersOf(row), finder => Assert.Contains(finder, Finders)));

    [Fact]
    public void What_is_found_or_prevented_names_tests_that_exist()
    {
        var missing = Rows.Where(row => FindersOf(row).Any(Tested.Contains))
            .SelectMany(row => Tests(row).DefaultIfEmpty("no test").Where(test => !Exists(test)).Select(test => $"{row.Groups["id"].Value}: {test}"));

        Assert.Empty(missing);
    }

    [Fact]
    public void What_nothing_finds_names_no_test() => Assert.All(Rows.Where(row => FindersOf(row).Contains("nothing")), row => Assert.Empty(Tests(row)));

    [Theory]
    [InlineData("README.md", "policy/bypasses.md")]
    [InlineData("policy/rules/AITP3004.md", "../bypasses.md")]
    public void Page_is_linked(string from, string link) => Assert.Contains($"]({link})", Repository.Read(from), StringComparison.Ordinal);

    private static string[] FindersOf(Match row) => row.Groups["by"].Value.Split(',', StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Tests(Match row) => Name().Matches(row.Groups["tests"].Value).Select(test => test.Groups["name"].Value);

    // A class alone stands for all tests in it.
    private static bool Exists(string test) => test.Split('.') is [var type, .. var method]
        && (method.Length == 0 ? Methods.Value[type].Any() : Methods.Value[type].Contains(method[0]));

    [GeneratedRegex(@"^\| (?<id>B\d+) \| [^|]+ \| (?<by>[a-z, ]+) \| [^|]+ \|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (async )?(Task|void) (?<name>\w+)\(")]
    private static partial Regex Method();
}
