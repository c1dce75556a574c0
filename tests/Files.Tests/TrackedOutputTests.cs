namespace AiToolPolicy.Files.Tests;

public sealed class TrackedOutputTests
{
    [Fact]
    public void Tracked_obj_folder_is_named_and_an_ordinary_one_is_not()
    {
        Assert.SkipUnless(Git.IsThere, "There is no git.");
        using var folder = new TempFolder();
        Git.Init(folder.Path);
        folder.Write("A/obj/A.csproj.nuget.g.targets");
        folder.Write("B/obj/B.csproj.nuget.g.targets");
        Git.Run(folder.Path, "add", "-f", "A/obj/A.csproj.nuget.g.targets");

        Assert.Equal(["A/obj"], RepositoryFiles.Enumerate(folder.Path).TrackedOutput);
    }
}
