using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What Poetry, uv or PDM locked, from <c>poetry.lock</c>, <c>uv.lock</c>, <c>pdm.lock</c>, and from <c>pylock.toml</c> (PEP 751).</summary>
public sealed class PythonLockInspector : IInspector
{
    private static readonly string[] OwnSources = ["editable", "virtual", "directory"];

    public bool Reads(InputFile file) =>
        file.Name is "poetry.lock" or "uv.lock" or "pdm.lock"
        || (file.Name.StartsWith("pylock.", StringComparison.Ordinal) && file.Name.EndsWith("toml", StringComparison.Ordinal));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text || !LockEntries.MayHold(text, SignatureKind.Pypi, context.Catalog) || context.Toml(file) is not { } root)
        {
            return;
        }

        // pylock.toml says "packages", the others "package".
        var tables = new[] { root["package"], root["packages"] }.OfType<JsonArray>().SelectMany(a => a.Items).OfType<JsonObject>();
        var packages = new LockedPackages(SignatureKind.Pypi, new LockScope(file.Folder, "pyproject.toml", file.Name == "uv.lock"));
        LockEntries.AddTo(packages, SignatureKind.Pypi, [.. tables.Select(EntryOf).OfType<LockEntry>()]);
        packages.Report(context);
    }

    private static LockEntry? EntryOf(JsonObject table) => table["name"] is not JsonString name
        ? null
        : new LockEntry(name, table.Text("version") ?? "", Array.Exists(OwnSources, s => (table["source"] as JsonObject)?[s] is not null), [.. DependenciesOf(table)]);

    private static IEnumerable<LockDependency> DependenciesOf(JsonObject table)
    {
        // Poetry: a table of names; uv and pylock.toml: a list of tables; PDM: a list of requirements.
        var nodes = table.At("dependencies").Concat(table.At("optional-dependencies", "*")).Concat(table.At("dev-dependencies", "*")).ToList();
        foreach (var member in nodes.Members())
        {
            yield return new LockDependency(member.Name.Value, null);
        }

        foreach (var item in nodes.OfType<JsonArray>().SelectMany(a => a.Items))
        {
            if (item.Text("name") is { } name)
            {
                yield return new LockDependency(name, item.Text("version"));
            }
            else if (item is JsonString written && Requirement.Parse(written.Value) is { } requirement)
            {
                yield return new LockDependency(requirement.Name, null);
            }
        }
    }
}
