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
        ["tool", "uv", "constraint-dependencies"],
        ["tool", "uv", "build-constraint-dependencies"],
        ["tool", "pdm", "dev-dependencies", "*"],
        ["tool", "hatch", "envs", "*", "dependencies"],
        ["tool", "hatch", "envs", "*", "extra-dependencies"],
        ["tool", "hatch", "metadata", "hooks", "*", "dependencies"],
        ["tool", "hatch", "metadata", "hooks", "*", "optional-dependencies", "*"],
        ["tool", "hatch", "build", "hooks", "*", "dependencies"],
        ["tool", "hatch", "build", "targets", "*", "dependencies"],
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
        var own = new HashSet<string>(OwnNames(root).Select(Canonical), StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var written in root.At(list).Strings())
            {
                if (Requirement.Parse(written.Value) is { } requirement)
                {
                    context.AddPackage(SignatureKind.Pypi, requirement.Name, requirement.Version, written.Location, SectionOf(list), StrengthOf(list), own.Contains(Canonical(requirement.Name)));
                }
            }
        }

        foreach (var table in Tables)
        {
            foreach (var member in root.At(table).Members())
            {
                var version = (member.Value as JsonString)?.Value ?? member.Value.Text("version");
                context.AddPackage(SignatureKind.Pypi, member.Name.Value, Requirement.VersionOf(version), member.Name.Location, SectionOf(table), isOwn: own.Contains(Canonical(member.Name.Value)));
            }
        }
    }

    // The project's own name, by which it asks for its own extras, and what lies in a folder beside it.
    private static IEnumerable<string> OwnNames(JsonNode? root) => root.At("project", "name").Concat(root.At("tool", "poetry", "name")).OfType<JsonString>().Select(name => name.Value)
        .Concat(root.At("tool", "uv", "sources").Concat(Tables.SelectMany(table => root.At(table))).Members().Where(member => member.Value.LiesBeside()).Select(member => member.Name.Value));

    private static string Canonical(string name) => PackageNames.Canonical(SignatureKind.Pypi, name);

    // A constraint installs nothing.
    private static Strength StrengthOf(string[] path) => path[path.Length - 1].EndsWith("constraint-dependencies", StringComparison.Ordinal) ? Strength.Configured : Strength.Dependency;

    private static string SectionOf(string[] path) => string.Join(".", path.Where(name => name != "*"));
}
