namespace AiToolPolicy.Files.Tests;

/// <summary>Generated trees with generated ignore files, listed by git and by us. Each seed is one tree; a failure names the seed.</summary>
public sealed class GitIgnoreComparisonTests
{
    private static readonly string[] Names = ["a", "b", "ab", "a.b", "x1", "c", "out", "é", "a b", "[x]", "a-", "!n", "#h", "a\\"];

    private static readonly string[] Pieces =
    [
        "a", "b", "ab", "x", "out", ".", "1", "é", " ", "*", "*", "**", "***", "?", "/", "/", "[ab]", "[!a]", "[^b]", "[a-c]", "[]x]", "[", "]",
        "\\", "\\*", "\\ ", "!", "#", "[[:alpha:]]", "[[:digit:]]", "[[:nope:]]", "[a-", "[\\]x]", "[x-\\]]", "-", "**/", "/**", "/**/", "[[:a]", "[--0]",
    ];

    private static readonly string[] Fixed =
    [
        "/a", "a/", "/a/", "a/b", "**/b", "a/**", "a/**/b", "*", "/*", "!a", "!/a/", "!*.b", "foo//", "/", "//a", "!", "#c", "\\#h", "\\!n", "a\\ ",
        "a b  ", "[[]x]", "a**", "**b", "a/b**", "a/**b", "*/b", "a/*", "a/*/", "!a/*", "out/**", "!out/a", "a\\", "\t", "é*", "??", "a\r",
    ];

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 80));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Generated_tree_is_listed_as_git_lists_it(int seed)
    {
        Assert.SkipUnless(Git.IsThere && OperatingSystem.IsLinux(), "Names and rules are those of git on Linux.");
        var random = new Random(seed);
        using var folder = new TempFolder();
        Git.Init(folder.Path);
        Grow(random, folder, "", 0);
        if (random.Next(3) == 0)
        {
            folder.Write(".git/info/exclude", Patterns(random));
        }

        Git.Run(folder.Path, ["add", "-f", "--", ":(literal).gitignore", .. AllFiles(folder).Where(_ => random.Next(6) == 0).Select(path => ":(literal)" + path)]);

        Assert.Equal(Git.Listed(folder.Path), folder.Listed());
    }

    private static IEnumerable<string> AllFiles(TempFolder folder) => Directory
        .EnumerateFiles(folder.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Select(path => Path.GetRelativePath(folder.Path, path))
        .Where(path => !path.StartsWith(".git/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static void Grow(Random random, TempFolder folder, string path, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            folder.Write(path + ".gitignore", Patterns(random));
        }

        foreach (var name in Names.Where(_ => random.Next(3) == 0))
        {
            if (depth < 3 && random.Next(2) == 0)
            {
                Grow(random, folder, path + name + "/", depth + 1);
            }
            else
            {
                folder.Write(path + name);
            }
        }
    }

    private static string Patterns(Random random) =>
        string.Join(random.Next(4) == 0 ? "\r\n" : "\n", Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pattern(random)));

    private static string Pattern(Random random) => random.Next(3) == 0
        ? Fixed[random.Next(Fixed.Length)]
        : (random.Next(4) == 0 ? "!" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
