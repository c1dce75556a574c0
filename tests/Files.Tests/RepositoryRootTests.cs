namespace AiToolPolicy.Files.Tests;

public sealed class RepositoryRootTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".git/HEAD")]
    [InlineData(".git")]
    public void Nearest_folder_with_git_wins(string git)
    {
        _folder.Write("repo/" + git);
        _folder.Write("repo/src/Directory.Packages.props");
        _folder.Write("repo/src/app/App.csproj");

        Assert.Equal(_folder.In("repo"), RepositoryRoot.Find(_folder.In("repo/src/app"), _folder.In("repo/src")));
    }

    [Fact]
    public void Without_git_the_policys_folder_is_the_root()
    {
        _folder.Write("repo/src/global.json");
        _folder.Write("repo/src/app/App.csproj");

        Assert.Equal(_folder.In("repo"), RepositoryRoot.Find(_folder.In("repo/src/app"), _folder.In("repo")));
    }

    [Fact]
    public void Policy_kept_elsewhere_does_not_move_the_root()
    {
        _folder.Write("repo/All.sln");

        Assert.Equal(_folder.In("repo"), RepositoryRoot.Find(_folder.In("repo"), _folder.In("governance")));
        Assert.Equal(_folder.In("repo"), RepositoryRoot.Find(_folder.In("repo"), _folder.In("repo/policies")));
    }

    [Theory]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    [InlineData("All.sln")]
    [InlineData("All.slnx")]
    public void Without_git_and_policy_a_file_of_the_top_marks_the_root(string mark)
    {
        _folder.Write("repo/" + mark);
        _folder.Write("repo/src/app/App.csproj");
        _folder.Write("repo/src/app/App.slnf");

        Assert.Equal(_folder.In("repo"), RepositoryRoot.Find(_folder.In("repo/src/app")));
    }

    [Fact]
    public void Without_any_mark_the_start_is_the_root()
    {
        _folder.Write("app/App.csproj");

        Assert.Equal(_folder.In("app"), RepositoryRoot.Find(_folder.In("app")));
    }

    [Theory]
    [InlineData("a/b.txt", "a/b.txt")]
    [InlineData("", "")]
    [InlineData("../other/x.json", "../other/x.json")]
    [InlineData("a/../../x", "../x")]
    public void Paths_are_shown_relative_to_the_root(string path, string expected) =>
        Assert.Equal(expected, RepositoryPath.Relative(_folder.In("root"), Path.Combine(_folder.In("root"), path)));

    [Fact]
    public void Folder_whose_name_begins_alike_is_outside() =>
        Assert.Equal("../root2/x", RepositoryPath.Relative(_folder.In("root"), _folder.In("root2/x")));
}
