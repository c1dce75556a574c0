using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What Pipenv locked, from <c>Pipfile.lock</c>. The file does not tell which package needs which.</summary>
public sealed class PipfileLockInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "Pipfile.lock";

    public void Inspect(InputFile file, InspectionContext context)
    {
        var packages = new LockedPackages(SignatureKind.Pypi, new LockScope(file.Folder, "Pipfile", false));
        foreach (var group in context.Json(file)?.Members.Where(m => m.Name.Value != "_meta") ?? [])
        {
            foreach (var member in (group.Value as JsonObject)?.Members ?? [])
            {
                var version = ((member.Value as JsonObject)?["version"] as JsonString)?.Value;
                packages.Add($"{group.Name.Value}/{member.Name.Value}", member.Name.Value, Requirement.VersionOf(version), member.Name.Location, []);
            }
        }

        packages.Report(context);
    }
}
