using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Manifests;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

/// <summary>Package names that a repository may also give to a package of its own: the version tells which one is meant.</summary>
public class OwnPackageNamesTests
{
    [Theory]
    [InlineData("^0.0.90")]
    [InlineData("0.23.0")]
    [InlineData(">=0.17.1 <1.0.0")]
    [InlineData("~0.2.9 || ^0.3.0")]
    [InlineData("npm:initech-bots@^0.7.5")]
    public void A_version_that_only_the_registry_has_needs_no_second_sign(string version) =>
        Assert.Contains("is agent", InManifest(version), StringComparison.Ordinal);

    [Theory]
    [InlineData("workspace:^0.0.90")]
    [InlineData("workspace:*")]
    [InlineData("file:../bots")]
    [InlineData("link:../bots")]
    [InlineData("portal:../bots")]
    [InlineData("../bots")]
    [InlineData("initech/bots#0.0.90")]
    [InlineData("catalog:")]
    [InlineData("latest")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("^0")]
    [InlineData("0.0.0")]
    [InlineData("^0.1.0")]
    [InlineData("1.0.0")]
    [InlineData("* || ^0.0.90")]
    public void Any_other_may_be_a_package_of_the_repository_itself(string version) => Assert.Equal("", InManifest(version));

    [Fact]
    public void Beside_another_sign_of_the_tool_any_version_counts()
    {
        var seen = ManifestSample.Inspect(InputFile.Of("package.json", """{ "dependencies": { "initech": "1.0.0", "initech-bots": "workspace:*" } }"""));

        Assert.Equal(2, SecondSigns.Settle(seen.Evidence, seen.Waiting).Count);
    }

    [Fact]
    public void What_was_locked_from_the_registry_counts_and_a_workspace_does_not() => Assert.Equal(
        """
        package-lock.json(1,49)-(1,76): Manifest Dependency: npm package 'initech-bots' 0.0.90 (locked) is agent
        """,
        ManifestSample.Evidence("package-lock.json", """
            { "packages": { "": { },                        "node_modules/initech-bots": { "version": "0.0.90" },
              "a": { "version": "1.0.0" }, "a/node_modules/initech-bots": { "resolved": "bots", "link": true } } }
            """));

    [Theory]
    [InlineData("agents", "^0.0.90", true)]
    [InlineData("agents", "0.0.1", false)]
    [InlineData("agents", "^1.0.0", false)]
    [InlineData("cmd", "^1.0.0", false)]
    public void The_shipped_catalog_says_which_versions_these_are(string package, string version, bool isAlone) =>
        Assert.Equal(isAlone, !Assert.Single(CompiledCatalog.Embedded.Find(SignatureKind.Npm, package, version)).NeedsSecondSign);

    [Fact]
    public void A_Python_project_and_what_lies_beside_it_are_no_suspects_and_known_tools_count_all_the_same()
    {
        var context = new InspectionContext(CompiledCatalog.Embedded, ReferenceSites.None, new CentralVersions([]));
        new PyprojectInspector().Inspect(InputFile.Of("pyproject.toml", """
            [project]
            name = "Contoso_LLM"
            dependencies = ["contoso-llm-core", "contoso-gpt", "langchain"]
            optional-dependencies.all = ["contoso-llm[web]"]
            [tool.uv.sources]
            contoso-llm-core = { workspace = true }
            langchain = { path = "../langchain" }
            contoso-gpt = { git = "https://git.contoso.example/gpt" }
            [tool.poetry.dependencies]
            contoso-openai = { path = "../openai" }
            contoso-claude = "^1.0"
            """), context);

        Assert.Equal(
            ["PyPI package 'contoso-gpt' (project.dependencies)", "PyPI package 'langchain' (project.dependencies)", "PyPI package 'contoso-claude' (tool.poetry.dependencies)"],
            context.Evidence.Select(evidence => evidence.What));
    }

    [Fact]
    public void Modules_of_the_same_repository_and_in_a_folder_are_no_suspects_and_known_tools_count_all_the_same() =>
        Assert.Equal(
            ["Go module 'github.com/initech/orders-mcp'", "Go module 'github.com/mark3labs/mcp-go'", "Go module 'github.com/initech/llm' (tool)"],
            Shipped(new GoModInspector(), "go.mod", """
                module github.com/contoso/shop/cmd

                require (
                	github.com/contoso/shop/mcp v0.1.0
                	github.com/contoso/llm-kit v0.1.0
                	github.com/contoso/shopping v0.1.0
                	github.com/initech/orders-mcp v1.0.0
                	github.com/mark3labs/mcp-go v0.41.1
                	github.com/aws/copilot-cli v1.0.0
                )

                replace github.com/contoso/llm-kit v0.1.0 => ../llm-kit

                replace github.com/mark3labs/mcp-go => ./mcp-go

                tool github.com/initech/llm

                tool github.com/contoso/shop/cmd/mcp
                """));

    [Fact]
    public void Crates_of_the_same_workspace_are_no_suspects_and_known_tools_count_all_the_same() =>
        Assert.Equal(
            ["Crate 'contoso-llm' (dependencies)", "Crate 'rmcp' (dependencies)"],
            Shipped(new CargoManifestInspector(), "Cargo.toml", """
                [dependencies]
                contoso-llm = "1"
                contoso-mcp.workspace = true
                contoso-openai = { path = "../openai", version = "0.1" }
                rmcp = { workspace = true }
                mcp23017 = "1"
                llvm-sys = "1"
                """));

    private static IEnumerable<string> Shipped(IInspector inspector, string path, string text)
    {
        var context = new InspectionContext(CompiledCatalog.Embedded, ReferenceSites.None, new CentralVersions([]));
        inspector.Inspect(InputFile.Of(path, text), context);
        return context.Evidence.Select(evidence => evidence.What);
    }

    private static string InManifest(string version) => ManifestSample.Evidence("package.json", $$"""{ "dependencies": { "initech-bots": "{{version}}" } }""");
}
