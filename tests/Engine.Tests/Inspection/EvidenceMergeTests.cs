using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class EvidenceMergeTests
{
    private static readonly InputFile Floating = Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.*\" />");

    [Fact]
    public void What_is_declared_and_resolved_is_one_thing_with_the_resolved_version() =>
        Assert.Equal(
            "src/App/App.csproj(3,5)-(3,54): Package Dependency: Package 'Acme' 1.9.0 is acme-api",
            Merged(Floating, Assets.Of("acme", "acme/1.9.0")));

    [Fact]
    public void Frameworks_that_resolve_differently_stay_apart() =>
        Assert.Equal(
            """
            src/App/App.csproj(3,5)-(3,54): Package Dependency: Package 'Acme' 1.9.0 is acme-api
            src/App/App.csproj(3,5)-(3,54): Package Dependency: Package 'Acme' 1.1.0 is acme-api
            """,
            Merged(Floating, Assets.Of("obj/project.assets.json", ("net8.0", "Acme", "Acme/1.9.0"), ("net10.0", "Acme", "Acme/1.1.0"), ("net10.0/win-x64", "Acme", "Acme/1.1.0"))));

    [Fact]
    public void A_lock_file_beside_the_project_gives_its_version_and_is_told_as_a_further_place()
    {
        var merged = Merge(Floating, Lock("src/App", "\"Acme\": { \"type\": \"Direct\", \"resolved\": \"1.9.0\" }"));

        Assert.Equal("src/App/App.csproj(3,5)-(3,54): Package Dependency: Package 'Acme' 1.9.0 is acme-api", Rendered.Lines(merged));
        Assert.Equal("src/App/packages.lock.json(1,34)", string.Join(" ", merged[0].AlsoAt));
    }

    [Fact]
    public void A_lock_file_does_not_overrule_what_was_resolved() =>
        Assert.Contains("'Acme' 1.5.0 is", Merged(
            Floating, Assets.Of("Acme", "Acme/1.5.0"), Lock("src/App", "\"Acme\": { \"type\": \"Direct\", \"resolved\": \"1.9.0\" }")), StringComparison.Ordinal);

    [Fact]
    public void A_lock_file_elsewhere_or_of_something_else_stays() =>
        Assert.Equal(3, Merge(
            Floating,
            Lock("src/Other", "\"Acme\": { \"type\": \"Direct\", \"resolved\": \"1.9.0\" }"),
            Lock("src/App", "\"Globex.Kit\": { \"type\": \"Direct\", \"resolved\": \"1.0.0\" }")).Count);

    [Fact]
    public void A_tool_manifest_of_the_same_id_does_not_hide_a_lock_file() =>
        Assert.Equal(2, Merge(
            InputFile.Of("dotnet-tools.json", "{ \"tools\": { \"Acme\": { \"version\": \"1.0\" } } }"),
            Lock("", "\"Acme\": { \"type\": \"Direct\", \"resolved\": \"1.9.0\" }")).Count);

    [Fact]
    public void The_same_package_on_two_lines_stays_two_things() =>
        Assert.Equal(2, Merge(Sample.Project("<PackageReference Include=\"Acme\" />\n<PackageReference Include=\"Acme\" />")).Count);

    private static string Merged(params InputFile[] files) => Rendered.Lines(Merge(files));

    private static IReadOnlyList<Evidence> Merge(params InputFile[] files) =>
        EvidenceMerge.Merge(Sample.Inspect(new ReferenceSites([.. files.Where(f => FileNames.IsProject(f.Name))]), files).Evidence);

    private static InputFile Lock(string folder, string entry) =>
        InputFile.Of($"{folder}/packages.lock.json".TrimStart('/'), $"{{ \"dependencies\": {{ \"net10.0\": {{ {entry} }} }} }}");
}
