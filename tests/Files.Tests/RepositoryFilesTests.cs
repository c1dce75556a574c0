namespace AiToolPolicy.Files.Tests;

public sealed class RepositoryFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paths_are_relative_with_forward_slashes_in_ordinal_order()
    {
        foreach (var path in (string[])["b.txt", "a/z.txt", "a-b/c.txt", "a/B/c.txt", "A.txt", ".config/dotnet-tools.json"])
        {
            _folder.Write(path);
        }

        Assert.Equal([".config/dotnet-tools.json", "A.txt", "a-b/c.txt", "a/B/c.txt", "a/z.txt", "b.txt"], _folder.Listed());
    }

    [Fact]
    public void Build_output_and_packages_of_node_are_left_out()
    {
        foreach (var path in (string[])["bin/a.txt", "src/obj/b.txt", "web/node_modules/x/package.json", ".git/config", "binary/c.txt", "src/bin.txt", "obj.d/e.txt"])
        {
            _folder.Write(path);
        }

        Assert.Equal(["binary/c.txt", "obj.d/e.txt", "src/bin.txt"], _folder.Listed());
    }

    [Fact]
    public void Of_an_output_folder_only_what_git_tracks_is_listed()
    {
        foreach (var path in (string[])["bin/setup", "bin/lib/a.sh", "bin/Debug/x.deps.json", "src/bin/Debug/y.deps.json", "bin/obj/z.txt"])
        {
            _folder.Write(path);
        }

        Git.Init(_folder.Path);
        Git.Run(_folder.Path, "add", "bin/setup", "bin/lib");

        Assert.Equal(["bin/lib/a.sh", "bin/setup"], _folder.Listed());
        Assert.True(RepositoryFiles.Lists(_folder.Path, "bin/setup"));
        Assert.False(RepositoryFiles.Lists(_folder.Path, "bin/Debug/x.deps.json"));
    }

    [Fact]
    public void Packages_that_nuget_has_extracted_are_left_out()
    {
        foreach (var path in (string[])["packages/x/1.0.0/.nupkg.metadata", "packages/x/1.0.0/build/x.targets", "packages/y/own.txt", "src/a.txt"])
        {
            _folder.Write(path);
        }

        Assert.Equal(["packages/y/own.txt", "src/a.txt"], _folder.Listed());
    }

    [Fact]
    public void One_file_is_looked_for_as_if_all_were_listed()
    {
        foreach (var path in (string[])["a/b/x.json", "a/b/y.json", "a/c/x.json", "obj/x.json", "out/x.json", "out/y.json"])
        {
            _folder.Write(path);
        }

        _folder.Write(".gitignore", "out/\ny.json\n");
        Git.Init(_folder.Path);
        Git.Run(_folder.Path, "add", "-f", "out/y.json");
        var listed = _folder.Listed();

        foreach (var path in (string[])["a/b/x.json", "a/b/y.json", "a/c/x.json", "obj/x.json", "out/x.json", "out/y.json", "a/b/none.json", "a/b"])
        {
            Assert.True(listed.Contains(path) == RepositoryFiles.Lists(_folder.Path, path), path);
        }

        Assert.Equal(["a/b/x.json", "a/c/x.json", "out/y.json"], listed.Where(path => path.EndsWith(".json", StringComparison.Ordinal)));
    }

    [Fact]
    public void Extracted_package_that_git_tracks_is_listed()
    {
        _folder.Write("packages/x/1.0.0/.nupkg.metadata");
        _folder.Write("packages/x/1.0.0/build/x.targets");
        Git.Init(_folder.Path);
        Git.Run(_folder.Path, "add", "-f", ".");

        Assert.Contains("packages/x/1.0.0/build/x.targets", _folder.Listed());
    }

    [Fact]
    public void File_called_like_a_left_out_folder_is_listed()
    {
        _folder.Write("tools/bin");

        Assert.Equal(["tools/bin"], _folder.Listed());
    }

    [Fact]
    public void Text_is_read_on_demand()
    {
        _folder.Write("a.txt", "old");
        var file = Assert.Single(RepositoryFiles.Enumerate(_folder.Path).Files);
        _folder.Write("a.txt", "new");

        Assert.Equal("new", file.Read().Text);
    }

    [Fact]
    public void Link_to_a_file_inside_has_the_text_of_its_target()
    {
        _folder.Write("docs/guide.md", "guide");
        _folder.Link("CLAUDE.md", "docs/guide.md");
        var files = RepositoryFiles.Enumerate(_folder.Path).Files;

        Assert.Equal(["CLAUDE.md", "docs/guide.md"], files.Select(file => file.Path));
        Assert.All(files, file => Assert.Equal("guide", file.Read().Text));
    }

    [Fact]
    public void Link_to_a_file_outside_keeps_its_name_and_gives_no_text()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "secret");
        _folder.Link("notes.md", outside.In("secret.txt"));
        _folder.Link("gone.md", "nowhere.md");

        var files = RepositoryFiles.Enumerate(_folder.Path).Files;

        Assert.Equal(["gone.md", "notes.md"], files.Select(file => file.Path));
        Assert.All(files, file => Assert.Equal("it is a link that leads out of the repository or to nothing.", file.Read().Failure));
    }

    [Fact]
    public void Link_that_leads_out_by_way_of_a_folder_gives_no_text()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "secret");
        _folder.Link("shared", outside.Path, toFolder: true);
        _folder.Link("notes.md", "shared/secret.txt");

        var listing = RepositoryFiles.Enumerate(_folder.Path);

        Assert.Null(Assert.Single(listing.Files).Read().Text);
        Assert.Equal("shared", Assert.Single(listing.Skipped).Location.Path);
    }

    [Fact]
    public void Link_to_a_folder_inside_shows_its_files_under_both_names()
    {
        _folder.Write("tools/agent/settings.json", "{}");
        _folder.Link(".claude", "tools/agent", toFolder: true);

        Assert.Equal([".claude/settings.json", "tools/agent/settings.json"], _folder.Listed());
    }

    [Fact]
    public void Circle_of_links_ends()
    {
        _folder.Write("a/file.txt");
        _folder.Link("a/up", "..", toFolder: true);
        _folder.Link("a/self", ".", toFolder: true);
        _folder.Link("b/to-c", "../c", toFolder: true);
        _folder.Link("c/to-b", "../b", toFolder: true);

        Assert.Equal(["a/file.txt"], _folder.Listed());
    }

    [Fact]
    public void More_files_than_the_limit_are_reported()
    {
        for (var i = 0; i < 5; i++)
        {
            _folder.Write($"f{i}.txt");
        }

        var listing = RepositoryFiles.Enumerate(_folder.Path, new RepositoryFilesOptions { MaxFiles = 3 });

        Assert.Equal(["f0.txt", "f1.txt", "f2.txt"], listing.Files.Select(file => file.Path));
        var skipped = Assert.Single(listing.Skipped);
        Assert.Equal("f3.txt", skipped.Location.Path);
        Assert.Equal("the repository holds more than 3 files; this one and all after it were left out.", skipped.Message);
    }

    [Fact]
    public void Folder_that_cannot_be_entered_is_reported_and_passed_over()
    {
        _folder.Write("a/x.txt");
        _folder.Write("b/y.txt");
        Assert.SkipUnless(_folder.Forbid("a"), "Permissions do not bind this user.");

        var listing = RepositoryFiles.Enumerate(_folder.Path);

        Assert.Equal(["b/y.txt"], listing.Files.Select(file => file.Path));
        Assert.Equal("a", Assert.Single(listing.Skipped).Location.Path);
    }

    [Fact]
    public void Root_that_is_not_there_is_reported()
    {
        var listing = RepositoryFiles.Enumerate(_folder.In("none"));

        Assert.Empty(listing.Files);
        Assert.Equal("the folder could not be listed: it is not there.", Assert.Single(listing.Skipped).Message);
    }

    [Fact]
    public void Cancellation_is_heeded()
    {
        _folder.Write("a.txt");
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            RepositoryFiles.Enumerate(_folder.Path, new RepositoryFilesOptions { Cancellation = source.Token }));
    }

    [Fact]
    public void Unusual_names_are_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses these names.");
        string[] names = [" ", "#1 %20;'$(x)@(y).txt", "a\nb", "back\\slash", "e\u0301", "é", "😀"];
        foreach (var name in names)
        {
            _folder.Write(name, name);
        }

        var files = RepositoryFiles.Enumerate(_folder.Path).Files;

        Assert.Equal(names.Order(StringComparer.Ordinal), files.Select(file => file.Path));
        Assert.All(files, file => Assert.Equal(file.Path, file.Read().Text));
    }
}
