using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What Cargo locked, from <c>Cargo.lock</c>.</summary>
public sealed class CargoLockInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "Cargo.lock";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text || !LockEntries.MayHold(text, SignatureKind.Cargo, context.Catalog) || context.Toml(file) is not { } root)
        {
            return;
        }

        var packages = new LockedPackages(SignatureKind.Cargo, new LockScope(file.Folder, "Cargo.toml", true));
        LockEntries.AddTo(packages, SignatureKind.Cargo, [.. ((root["package"] as JsonArray)?.Items ?? []).OfType<JsonObject>().Select(EntryOf).OfType<LockEntry>()]);
        packages.Report(context);
    }

    // Crates of the workspace have no source. A dependency is "name", or "name version" where there are several, with the source behind it.
    private static LockEntry? EntryOf(JsonObject table)
    {
        var needed = table.At("dependencies").Strings().Select(d => d.Value.Split(' ')).Select(d => new LockDependency(d[0], d.Length > 1 ? d[1] : null));
        return table["name"] is JsonString name ? new LockEntry(name, table.Text("version") ?? "", table.Text("source") is null, [.. needed]) : null;
    }
}
