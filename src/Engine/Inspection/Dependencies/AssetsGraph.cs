using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>What NuGet resolved for one target of a project.</summary>
/// <param name="Packages">With what each depends on.</param>
/// <param name="Direct">Ids of the project's own references; compared without case.</param>
public sealed record AssetsGraph(PackageGraph Packages, IReadOnlyCollection<string> Direct)
{
    /// <summary>One for each target of a <c>project.assets.json</c>; none where the text is no such file.</summary>
    public static IEnumerable<AssetsGraph> Read(JsonObject root) =>
        ((root["targets"] as JsonObject)?.Members ?? [])
            .Where(target => target.Value is JsonObject)
            .Select(target => new AssetsGraph(ReadGraph((JsonObject)target.Value), DirectReferences(root, target.Name.Value)));

    /// <summary>The direct references that bring a package in, the package itself where it is one.</summary>
    public IEnumerable<string> BringersOf(string id) => Direct.Contains(id, StringComparer.OrdinalIgnoreCase)
        ? [id]
        : Direct.OrderBy(direct => direct, StringComparer.OrdinalIgnoreCase).Where(direct => Packages.ShortestPath(direct, id, []) is not null);

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
