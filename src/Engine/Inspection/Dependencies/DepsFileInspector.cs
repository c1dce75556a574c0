using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// What an application was published with, from its <c>*.deps.json</c>: packages, and assemblies that are in none. Evidence stands at the library's
/// own line. Where no project stands among the libraries, every package counts as a direct reference.
/// </summary>
public sealed class DepsFileInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".deps.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root || root["libraries"] is not JsonObject libraries)
        {
            return;
        }

        var known = libraries.Members.Select(Library.Of).OfType<Library>().ToList();
        var places = known.ToLookup(library => library.Id, library => library.Location, StringComparer.OrdinalIgnoreCase);
        foreach (var target in ((root["targets"] as JsonObject)?.Members ?? []).Select(m => m.Value).OfType<JsonObject>())
        {
            var dependencies = target.Members.ToLookup(m => m.Name.Value, DependenciesOf, StringComparer.OrdinalIgnoreCase);
            var graph = new PackageGraph();
            foreach (var package in known.Where(library => library.Type == "package"))
            {
                graph.Add(new PackageVersion(package.Id, package.Version), [.. dependencies[package.Key].SelectMany(ids => ids)]);
            }

            var projects = known.Where(library => library.Type == "project").ToList();
            var direct = projects.Count > 0 ? projects.SelectMany(project => dependencies[project.Key].SelectMany(ids => ids)) : graph.Packages.Select(package => package.Id);
            ResolvedPackages.Inspect(graph, [.. direct.Distinct(StringComparer.OrdinalIgnoreCase)], (_, package) => places[package].First(), context);
        }

        foreach (var library in known.Where(library => library.Type is "reference" or "referenceassembly"))
        {
            context.Find(SignatureKind.Assembly, library.Id, library.Version, signature =>
                new Evidence(signature, Surface.Assembly, Strength.Dependency, $"Assembly '{PlainText.Safe(library.Id)}'", library.Id, library.Location));
        }
    }

    private static IEnumerable<string> DependenciesOf(JsonMember library) =>
        ((library.Value as JsonObject)?["dependencies"] as JsonObject)?.Members.Select(m => m.Name.Value) ?? [];

    /// <summary>Of <c>"Id/1.2.3": { "type": "package" }</c>.</summary>
    private sealed record Library(string Key, string Id, string Version, string Type, Location Location)
    {
        public static Library? Of(JsonMember member) =>
            member.Name.Value is var key && key.IndexOf('/') is > 0 and var slash && (member.Value as JsonObject)?["type"] is JsonString type
                ? new Library(key, key.Substring(0, slash), key.Substring(slash + 1), type.Value, member.Name.Location)
                : null;
    }
}
