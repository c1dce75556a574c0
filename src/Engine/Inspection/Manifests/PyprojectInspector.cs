using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>PyPI packages in <c>pyproject.toml</c>: of the project, of its groups and extras, of its build, and as Poetry, uv, PDM and Hatch write them.</summary>
public sealed class PyprojectInspector : IInspector
{
    private static readonly string[][] Lists =
    [
        ["project", "dependencies"],
        ["project", "optional-dependencies", "*"],
        ["dependency-groups", "*"],
        ["build-system", "requires"],
        ["tool", "uv", "dev-dependencies"],
        ["tool", "uv", "override-dependencies"],
        ["tool", "pdm", "dev-dependencies", "*"],
        ["tool", "hatch", "envs", "*", "dependencies"],
        ["tool", "hatch", "envs", "*", "extra-dependencies"],
    ];

    private static readonly string[][] Tables =
    [
        ["tool", "poetry", "dependencies"],
        ["tool", "poetry", "dev-dependencies"],
        ["tool", "poetry", "group", "*", "dependencies"],
        ["tool", "pixi", "pypi-dependencies"],
        ["tool", "pixi", "feature", "*", "pypi-dependencies"],
    ];

    public bool Reads(InputFile file) => file.Name == "pyproject.toml";

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Toml(file);
        foreach (var list in Lists)
        {
            foreach (var written in root.At(list).Strings())
            {
                if (Requirement.Parse(written.Value) is { } requirement)
                {
                    context.AddPackage(SignatureKind.Pypi, requirement.Name, requirement.Version, written.Location, SectionOf(list));
                }
            }
        }

        foreach (var table in Tables)
        {
            foreach (var member in root.At(table).Members())
            {
                var version = (member.Value as JsonString)?.Value ?? member.Value.Text("version");
                context.AddPackage(SignatureKind.Pypi, member.Name.Value, Requirement.VersionOf(version), member.Name.Location, SectionOf(table));
            }
        }
    }

    private static string SectionOf(string[] path) => string.Join(".", path.Where(name => name != "*"));
}
