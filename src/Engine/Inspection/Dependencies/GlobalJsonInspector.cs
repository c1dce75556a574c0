using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>MSBuild SDKs pinned in <c>global.json</c>.</summary>
public sealed class GlobalJsonInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("global.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file)?["msbuild-sdks"] is not JsonObject sdks)
        {
            return;
        }

        foreach (var member in sdks.Members)
        {
            var id = member.Name.Value;
            context.Find(SignatureKind.Nuget, id, (member.Value as JsonString)?.Value, signature =>
                new Evidence(signature, Surface.Package, Strength.Dependency, $"MSBuild SDK '{PlainText.Safe(id)}'", id, member.Name.Location));
        }
    }
}
