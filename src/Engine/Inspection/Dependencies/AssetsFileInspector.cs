using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// What NuGet resolved, from <c>project.assets.json</c>: direct and transitive packages of every target framework. Evidence stands at the line
/// that wrote the direct reference, in whatever file that is. Packages that come only through a project reference are that project's own business.
/// </summary>
public sealed class AssetsFileInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("project.assets.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        // Most projects have no AI package at all: finding that out must not cost a tree of nodes.
        if (context.Text(file) is not { } text || !AssetsSkim.Any(text.Text, id => context.Catalog.Knows(SignatureKind.Nuget, id)))
        {
            return;
        }

        if (context.Json(file) is not { } root || root["targets"] is not JsonObject targets)
        {
            return;
        }

        foreach (var target in targets.Members)
        {
            if (target.Value is JsonObject libraries)
            {
                var direct = DirectReferences(root, target.Name.Value);
                ResolvedPackages.Inspect(ReadGraph(libraries), direct, (reference, _) => context.Sites.Find(reference) ?? Location.StartOf(file.Path), context);
            }
        }
    }

    // Keys are "Id/1.2.3"; entries of type "project" are left out, and with them what only they bring in.
    private static PackageGraph ReadGraph(JsonObject libraries)
    {
        var graph = new PackageGraph();
        foreach (var library in libraries.Members)
        {
            var slash = library.Name.Value.IndexOf('/');
            if (slash > 0 && library.Value is JsonObject entry && (entry["type"] as JsonString)?.Value == "package")
            {
                var package = new PackageVersion(library.Name.Value.Substring(0, slash), library.Name.Value.Substring(slash + 1));
                var dependencies = (entry["dependencies"] as JsonObject)?.Members.Select(m => m.Name.Value) ?? [];
                graph.Add(package, [.. dependencies]);
            }
        }

        return graph;
    }

    // project.frameworks is keyed by the alias; targets by the framework, with the runtime behind a slash: "net8.0/linux-x64".
    private static HashSet<string> DirectReferences(JsonObject root, string target)
    {
        var direct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var frameworks = ((root["project"] as JsonObject)?["frameworks"] as JsonObject)?.Members ?? [];
        var named = frameworks.Where(f => IsFrameworkOf(f, target.Split('/')[0])).ToList();
        foreach (var framework in named.Count > 0 ? named : frameworks)
        {
            foreach (var dependency in ((framework.Value as JsonObject)?["dependencies"] as JsonObject)?.Members ?? [])
            {
                direct.Add(dependency.Name.Value);
            }
        }

        return direct;
    }

    private static bool IsFrameworkOf(JsonMember framework, string target) =>
        framework.Name.Value == target
        || framework.Name.Value == ShortName(target)
        || ((framework.Value as JsonObject)?["framework"] as JsonString)?.Value == target;

    // Older SDKs key targets by the long name: ".NETStandard,Version=v2.0", ".NETFramework,Version=v4.7.2".
    private static string ShortName(string target)
    {
        var parts = target.Split([",Version=v"], StringSplitOptions.None);
        return parts.Length != 2 ? target
            : parts[0] == ".NETFramework" ? "net" + parts[1].Replace(".", "")
            : parts[0].TrimStart('.').ToLowerInvariant() + parts[1];
    }
}
