using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Tests;

public class PolicyCheckTests
{
    private static readonly InputFile Workflow = InputFile.Of(".github/workflows/a.yml", "jobs: { a: { uses: acme/code-action@v1 } }\n}\n");

    [Fact]
    public void Inspectors_that_a_host_hands_in_are_asked_beside_the_engines_own()
    {
        var without = PolicyCheck.Run(Request(Workflow));
        var with = PolicyCheck.Run(Request(Workflow) with { MoreInspectors = YamlInspectors.All });

        Assert.Empty(without.Findings);
        Assert.Equal(["AITP1004 (1,20)", "AITP3005 (2,1)"], with.Findings.Select(f => $"{f.Rule.Id} ({f.Location.Line},{f.Location.Column})"));
    }

    [Fact]
    public void A_file_that_several_inspectors_cannot_read_is_one_problem()
    {
        var unreadable = new InputFile("deploy/docker-compose.yml", () => FileText.Failed("it is not text."));

        var result = PolicyCheck.Run(Request(unreadable) with { MoreInspectors = YamlInspectors.All });

        Assert.Equal("AITP3005", Assert.Single(result.Findings).Rule.Id);
    }

    /// <summary>Whatever a file of a known name holds, no inspector fails over it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("- a\n- [b, {c: d}]\n")]
    [InlineData("jobs: [x]\nservices: y\nsteps: {a: b}\nrepos: [null, {hooks: z}]\npackages: [1]\nimporters: 2\ndependencies: {a: {pip: b}}\n")]
    [InlineData("jobs: { a: { steps: [x, [y], {run: {z: 1}, uses: [w], env: [v], shell: {}}], services: [s], container: [c] } }\n")]
    [InlineData("apiVersion: 1\nkind: 2\nimage: [x]\nimages: {a: b}\nenv: [[x]]\nspec: {image: {repository: \"\"}, command: {a: b}}\n{{ x }}")]
    [InlineData("image: \"\"\nscript: [\"\"]\nvariables: [\"=\", \"\"]\ntask: \"@\"\nuses: \"@\"\nrepo: github.com\n")]
    public void Odd_shapes_are_taken_for_what_they_are(string text)
    {
        string[] paths = [".github/workflows/a.yml", "azure-pipelines.yml", ".gitlab-ci.yml", "bitbucket-pipelines.yml", ".circleci/config.yml", "Taskfile.yml", ".gitpod.yml",
            "compose.yaml", "values.yaml", ".pre-commit-config.yaml", "pnpm-lock.yaml", "environment.yml", "a.winget"];

        var result = PolicyCheck.Run(Request([.. paths.Select(path => InputFile.Of(path, text))]) with { MoreInspectors = YamlInspectors.All });

        Assert.DoesNotContain(result.Findings, f => f.Rule.Id == "AITP3006");
    }

    private static CheckRequest Request(params InputFile[] files) => new(LoadedPolicy.None(SurfaceSample.Catalog), files, new Day(2026, 7, 10));
}
