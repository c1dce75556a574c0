using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Yaml.Tests.Pipelines;

/// <summary>Steps and variables of a pipeline that weaken the check of the build that it runs.</summary>
public sealed class WeakeningTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: dotnet build -p:RunAnalyzers=false", "(5,27): RunAnalyzers is false")]
    [InlineData(".github/workflows/ci.yml", "env:\n  AiToolPolicyEnabled: false\njobs:\n  a:\n    steps: []", "(2,3): AiToolPolicyEnabled is false")]
    [InlineData(".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: |\n          # dotnet build -p:RunAnalyzers=false\n          dotnet build", "")]
    [InlineData(".github/workflows/ci.yml", "env:\n  NoWarn: CS1591\njobs:\n  a:\n    steps: []", "")]
    [InlineData("azure-pipelines.yml", "variables:\n  - name: RunAnalyzers\n    value: false\nsteps:\n  - script: dotnet build", "(2,11): RunAnalyzers is false")]
    [InlineData("azure-pipelines.yml", "steps:\n  - pwsh: dotnet build -noWarn:AITP1001", "(2,24): -noWarn lists AITP1001")]
    [InlineData(".gitlab-ci.yml", "build:\n  script:\n    - dotnet build /p:NoWarn=AITP1009", "(3,20): NoWarn lists AITP1009")]
    public void A_step_or_variable_is_seen_at_its_place(string path, string text, string expected)
    {
        var file = InputFile.Of(path, text);
        var context = new InspectionContext(CompiledCatalog.Embedded, ReferenceSites.None, new CentralVersions([file]));
        foreach (var inspector in YamlInspectors.All.Where(i => i.Reads(file)))
        {
            inspector.Inspect(file, context);
        }

        var seen = context.Weakenings.Select(w => $"({w.Location.Line},{w.Location.Column}): {w.What}").ToList();
        Assert.True(expected.Length == 0 ? seen.Count == 0 : seen.Count == 1 && seen[0].StartsWith(expected, StringComparison.Ordinal), string.Join('\n', seen));
    }
}
