using System.Xml.Linq;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>Which room of the house may lean on which.</summary>
public class ProjectReferenceTests
{
    [Fact]
    public void Every_project_references_the_rooms_below_it_and_no_other() =>
        Assert.Equal(
            """
            Analyzers: Engine
            Build: Engine Engine.Binaries Engine.Yaml Feeds Files
            CatalogCompiler:
            CodeFixes: Engine
            Engine:
            Engine.Binaries: Engine
            Engine.Yaml: Engine
            Feeds: Engine Files
            Feeds.Protocol: Engine Feeds
            Files: Engine
            Package:
            Tool: Engine Engine.Binaries Engine.Yaml Feeds Feeds.Protocol Files
            """,
            References(reference => !IsBuildOnly(reference)));

    [Fact]
    public void The_engine_has_the_catalog_compiled_and_leans_on_nothing() =>
        Assert.Equal("CatalogCompiler", Line("Engine", IsBuildOnly));

    [Fact]
    public void Only_the_engine_and_the_package_have_other_projects_built_for_them() =>
        Assert.All(new[] { "Analyzers", "Build", "CatalogCompiler", "CodeFixes", "Engine.Binaries", "Engine.Yaml", "Feeds", "Feeds.Protocol", "Files", "Tool" }, project => Assert.Equal("", Line(project, IsBuildOnly)));

    [Fact]
    public void The_engine_ships_with_one_library() =>
        Assert.Equal("NuGet.Versioning", string.Join(" ", Load("Engine").Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all").Select(reference => (string)reference.Attribute("Include")!)));

    private static string References(Func<XElement, bool> which) => string.Join("\n", Directory.GetDirectories(Path.Combine(Surroundings.Root, "src"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(project => File.Exists(ProjectFile(project)))
        .Order(StringComparer.Ordinal)
        .Select(project => $"{project}: {Line(project, which)}".TrimEnd()));

    private static string Line(string project, Func<XElement, bool> which) => string.Join(" ", Load(project).Descendants("ProjectReference")
        .Where(which).Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)).Order(StringComparer.Ordinal));

    private static bool IsBuildOnly(XElement reference) => (string?)reference.Attribute("ReferenceOutputAssembly") == "false";

    private static XDocument Load(string project) => XDocument.Load(ProjectFile(project));

    private static string ProjectFile(string project) => Path.Combine(Surroundings.Root, "src", project, project + ".csproj");
}
