namespace AiToolPolicy.Files.Tests;

/// <summary>Every listing is compared with what git itself lists.</summary>
public sealed class GitIgnoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public GitIgnoreTests()
    {
        Assert.SkipUnless(Git.IsThere, "git is not installed.");
        Git.Init(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ignored_files_are_left_out()
    {
        _folder.Write(".gitignore", "*.log\n/out/\n!keep.log\n");
        _folder.Write("sub/.gitignore", "!b.log\nlocal\n");
        Write("a.log", "keep.log", "out/x.txt", "sub/out/y.txt", "sub/b.log", "sub/local", "local");

        AssertAsGit([".gitignore", "keep.log", "local", "sub/.gitignore", "sub/b.log", "sub/out/y.txt"]);
    }

    [Fact]
    public void Own_exclude_list_of_the_clone_counts_last()
    {
        _folder.Write(".git/info/exclude", "*.md\nprivate/\n");
        _folder.Write("sub/.gitignore", "!*.md\n");
        Write("a.md", "sub/b.md", "private/c.txt");

        AssertAsGit(["sub/.gitignore", "sub/b.md"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public void Ignored_but_committed_file_is_listed(string version)
    {
        Write("out/CLAUDE.md", "out/deep/er/settings.json", "out/other.txt", "z.txt");
        Git.Run(_folder.Path, "add", "-f", "out/CLAUDE.md", "out/deep/er/settings.json", "z.txt");
        if (version == "3")
        {
            Write("later.txt");
            Git.Run(_folder.Path, "add", "--intent-to-add", "later.txt");
        }

        Git.Run(_folder.Path, "update-index", "--index-version", version);
        _folder.Write(".gitignore", "out/\n*.txt\n");
        Assert.Equal(byte.Parse(version, System.Globalization.CultureInfo.InvariantCulture), File.ReadAllBytes(_folder.In(".git/index"))[7]);

        AssertAsGit([".gitignore", .. version == "3" ? (string[])["later.txt"] : [], "out/CLAUDE.md", "out/deep/er/settings.json", "z.txt"]);
    }

    [Fact]
    public void Split_index_is_read_in_both_halves()
    {
        Write("out/a.md", "out/b.md", "out/c.md");
        Git.Run(_folder.Path, "add", "-f", "out/a.md");
        Git.Run(_folder.Path, "update-index", "--split-index");
        Git.Run(_folder.Path, "add", "-f", "out/b.md");
        _folder.Write(".gitignore", "out/\n");

        AssertAsGit([".gitignore", "out/a.md", "out/b.md"]);
    }

    [Fact]
    public void Repository_with_sha256_is_read()
    {
        using var other = new TempFolder();
        Git.Init(other.Path, "--object-format=sha256");
        other.Write(".gitignore", "out/\n");
        other.Write("out/a.md");
        other.Write("out/b.md");
        Git.Run(other.Path, "add", "-f", "out/a.md");

        Assert.Equal([".gitignore", "out/a.md"], other.Listed());
    }

    [Fact]
    public void Long_and_foreign_names_in_the_index_are_read()
    {
        var name = "out/" + string.Join('/', Enumerable.Repeat(new string('n', 200), 10)) + "/größe 😀.md";
        Write(name, "out/b.md");
        Git.Run(_folder.Path, "add", "-f", name);
        _folder.Write(".gitignore", "out/\n");

        AssertAsGit([".gitignore", name]);
    }

    [Fact]
    public void Worktree_has_its_own_index_and_the_clones_exclude_list()
    {
        Write("out/a.md");
        Git.Run(_folder.Path, "add", "-f", "out/a.md");
        Git.Run(_folder.Path, "commit", "-q", "-m", "first");
        _folder.Write(".git/info/exclude", "out/\n*.tmp\n");
        using var place = new TempFolder();
        Git.Run(_folder.Path, "worktree", "add", "-q", place.In("tree"));
        foreach (var file in (string[])["tree/out/b.md", "tree/c.tmp", "tree/d.txt"])
        {
            place.Write(file);
        }

        var listed = RepositoryFiles.Enumerate(place.In("tree")).Files.Select(file => file.Path);

        Assert.Equal(["d.txt", "out/a.md"], listed);
        Assert.Equal(Git.Listed(place.In("tree")), listed);
    }

    [Fact]
    public void Submodule_keeps_its_own_rules()
    {
        using var library = new TempFolder();
        Git.Init(library.Path);
        library.Write(".gitignore", "*.tmp\n");
        library.Write("kept.tmp");
        library.Write("lib.txt");
        Git.Run(library.Path, "add", "-f", ".");
        Git.Run(library.Path, "commit", "-q", "-m", "first");
        Git.Run(_folder.Path, "submodule", "add", "-q", library.Path, "vendor/lib");
        _folder.Write(".gitignore", "*.txt\nvendor/\n");
        Write("vendor/lib/new.tmp", "vendor/other.md", "a.txt");

        Assert.Equal([".gitignore", ".gitmodules", "vendor/lib/.gitignore", "vendor/lib/kept.tmp", "vendor/lib/lib.txt"], _folder.Listed());
    }

    [Fact]
    public void Damaged_index_hides_nothing_and_is_reported()
    {
        _folder.Write(".gitignore", "out/\n");
        Write("out/a.md");
        Git.Run(_folder.Path, "add", "-f", "out/a.md");
        var index = File.ReadAllBytes(_folder.In(".git/index"));
        _folder.WriteBytes(".git/index", index[..^30]);

        var listing = RepositoryFiles.Enumerate(_folder.Path);

        Assert.Equal([".gitignore", "out/a.md"], listing.Files.Select(file => file.Path));
        Assert.Equal("the git index could not be read, so ignored files are inspected too.", Assert.Single(listing.Skipped).Message);
    }

    [Fact]
    public void Every_truncated_or_changed_index_is_read_or_reported()
    {
        Write("out/a.md", "out/b/c.md");
        Git.Run(_folder.Path, "add", "-f", ".");
        _folder.Write(".gitignore", "out/\n");
        var index = File.ReadAllBytes(_folder.In(".git/index"));
        for (var i = 0; i < index.Length; i++)
        {
            var changed = index.ToArray();
            changed[i] ^= 0xFF;
            foreach (var bytes in (byte[][])[index[..i], changed])
            {
                _folder.WriteBytes(".git/index", bytes);
                var listing = RepositoryFiles.Enumerate(_folder.Path);
                Assert.True(listing.Skipped.Count > 0 || listing.Files.Count > 0);
            }
        }
    }

    [Fact]
    public void Git_file_that_leads_nowhere_hides_nothing_and_is_reported()
    {
        using var other = new TempFolder();
        other.Write(".git", "gitdir: ../none\n");
        other.Write(".gitignore", "*\n");
        other.Write("a.md");

        Assert.Equal([".gitignore", "a.md"], other.Listed());
        Assert.Single(RepositoryFiles.Enumerate(other.Path).Skipped);
    }

    [Fact]
    public void Ignore_file_outside_of_a_checkout_hides_nothing()
    {
        using var other = new TempFolder();
        other.Write(".gitignore", "*\n");
        other.Write("a.md");

        Assert.Equal([".gitignore", "a.md"], other.Listed());
    }

    [Fact]
    public void Links_are_ignored_as_files_are()
    {
        _folder.Write(".gitignore", "asfolder/\nasname\n");
        _folder.Write("real/a.txt");
        _folder.Link("asfolder", "real", toFolder: true);
        _folder.Link("asname", "real", toFolder: true);

        Assert.Equal([".gitignore", "asfolder/a.txt", "real/a.txt"], _folder.Listed());
    }

    [Fact]
    public void Hostile_pattern_ends_soon()
    {
        _folder.Write(".gitignore", string.Concat(Enumerable.Repeat("**/a/", 60)) + "b\n" + new string('*', 3) + string.Concat(Enumerable.Repeat("a*", 60)) + "b\n");
        Write(string.Concat(Enumerable.Repeat("a/", 80)) + new string('a', 200));

        Assert.Equal(2, _folder.Listed().Length);
    }

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            _folder.Write(path);
        }
    }

    private void AssertAsGit(string[] expected)
    {
        Assert.Equal(expected, _folder.Listed());
        Assert.Equal(Git.Listed(_folder.Path), _folder.Listed());
    }
}
