using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>Keeps the page of bypasses and the tests that try them in step.</summary>
public sealed partial class BypassPageTests
{
    private static readonly string[] Finders = ["build", "scan", "verify", "prevented", "nothing"];

    private static readonly string[] Tested = ["build", "scan", "verify", "prevented"];

    private static readonly string RealBuilds = Path.Combine(Repository.Root, "tests", "Package.Tests");

    private static readonly IReadOnlyList<Match> Rows = [.. Row().Matches(Repository.Read("policy/bypasses.md")).Select(row => row)];

    private static readonly Lazy<ILookup<string, string>> Methods = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(path => Method().Matches(File.ReadAllText(path)).Select(method => (Class: Path.GetFileNameWithoutExtension(path), Name: method.Groups["name"].Value)))
        .ToLookup(test => test.Class, test => test.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_id_is_there_once_and_in_order() =>
        Assert.Equal(Enumerable.Range(1, 80).Select(number => $"B{number:00}"), Rows.Select(row => row.Groups["id"].Value));

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
    public void What_is_found_or_prevented_is_tried_in_a_real_build()
    {
        var untried = Rows.Where(row => FindersOf(row).Any(Tested.Contains))
            .Where(row => !Tests(row).Any(test => File.Exists(FileOf(test))))
            .Select(row => row.Groups["id"].Value);

        Assert.Empty(untried);
    }

    [Fact]
    public void A_test_of_rows_tries_those_that_name_it()
    {
        var strangers = Rows.SelectMany(row => Tests(row).Where(test => test.StartsWith("BypassRows", StringComparison.Ordinal)).Select(test => (Id: row.Groups["id"].Value, Test: test)))
            .Where(named => !IdsIn(File.ReadAllText(FileOf(named.Test))).Contains(named.Id));

        Assert.Empty(strangers);
    }

    [Fact]
    public void What_nothing_finds_names_no_test() => Assert.All(Rows.Where(row => FindersOf(row).Contains("nothing")), row => Assert.Empty(Tests(row)));

    [Theory]
    [InlineData("README.md", "policy/bypasses.md")]
    [InlineData("policy/rules/AITP3004.md", "../bypasses.md")]
    public void Page_is_linked(string from, string link) => Assert.Contains($"]({link})", Repository.Read(from), StringComparison.Ordinal);

    private static string[] FindersOf(Match row) => row.Groups["by"].Value.Split(',', StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Tests(Match row) => Name().Matches(row.Groups["tests"].Value).Select(test => test.Groups["name"].Value);

    private static string FileOf(string test) => Path.Combine(RealBuilds, test.Split('.')[0] + ".cs");

    private static HashSet<string> IdsIn(string text) => [.. Id().Matches(text).Select(id => id.Value.ToUpperInvariant())];

    // A class alone stands for all tests in it.
    private static bool Exists(string test) => test.Split('.') is [var type, .. var method]
        && (method.Length == 0 ? Methods.Value[type].Any() : Methods.Value[type].Contains(method[0]));

    [GeneratedRegex(@"^\| (?<id>B\d+) \| [^|]+ \| (?<by>[a-z, ]+) \| [^|]+ \|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("[Bb][0-9]{2}")]
    private static partial Regex Id();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (async )?(Task|void) (?<name>\w+)\(")]
    private static partial Regex Method();
}
