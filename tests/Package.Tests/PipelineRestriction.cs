using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Files of a repository that belong to no project and need a library to be read.</summary>
public sealed class PipelineRestriction(PackedPackage package)
{
    [Fact]
    public async Task Workflow_and_image_are_reported_once_by_the_build_of_any_project()
    {
        using var repository = new Repository(package).AddPolicy("""{ "tools": ["vendor:anthropic"], "action": "warn", "surfaces": ["pipeline"] }""").AddApp("App", "net10.0");
        repository
            .Add(".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n    - uses: anthropics/claude-code-action@v1\n    - run: |\n        echo claude\n        claude -p x\n")
            .Add("Dockerfile", "FROM node\nRUN npm install -g \\\n  @anthropic-ai/claude-code\n");

        var build = await repository.BuildAsync("App");

        Assert.Equal(
            """
            .github/workflows/ci.yml(4,13): warning AITP1004
            .github/workflows/ci.yml(7,9): warning AITP1004
            Dockerfile(3,3): warning AITP1004
            """,
            build.Places);
        Assert.Equal(0, build.ExitCode);
    }
}
