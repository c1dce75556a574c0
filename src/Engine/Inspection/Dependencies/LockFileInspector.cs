using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>What NuGet locked, from <c>packages.lock.json</c>. Evidence stands at the package's own line in the lock file.</summary>
public sealed class LockFileInspector : IInspector
{
    public bool Reads(InputFile file) => FileNames.IsLockFile(file.Name);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file)?["dependencies"] is not JsonObject frameworks)
        {
            return;
        }

        foreach (var framework in frameworks.Members.Select(m => m.Value).OfType<JsonObject>())
        {
            var direct = framework.Members.Where(m => TypeOf(m) == "Direct").Select(m => m.Name.Value).ToList();
            var places = framework.Members.ToLookup(m => m.Name.Value, m => m.Name.Location, StringComparer.OrdinalIgnoreCase);
            ResolvedPackages.Inspect(ReadGraph(framework), direct, (_, package) => places[package].First(), context, new LockScope(file.Folder, null, false));
        }
    }

    private static PackageGraph ReadGraph(JsonObject framework)
    {
        var graph = new PackageGraph();
        foreach (var member in framework.Members.Where(m => TypeOf(m) is not (null or "Project")))
        {
            var entry = (JsonObject)member.Value;
            var dependencies = (entry["dependencies"] as JsonObject)?.Members.Select(m => m.Name.Value) ?? [];
            graph.Add(new PackageVersion(member.Name.Value, (entry["resolved"] as JsonString)?.Value ?? ""), [.. dependencies]);
        }

        return graph;
    }

    private static string? TypeOf(JsonMember member) => ((member.Value as JsonObject)?["type"] as JsonString)?.Value;
}
