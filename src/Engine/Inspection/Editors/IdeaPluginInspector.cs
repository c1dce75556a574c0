using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Editors;

/// <summary>Plug-ins that a project requires of the IDE: <c>.idea/externalDependencies.xml</c>, and the same component in <c>*.ipr</c>.</summary>
public sealed class IdeaPluginInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "externalDependencies.xml" || file.Name.EndsWithIgnoringCase(".ipr");

    public void Inspect(InputFile file, InspectionContext context)
    {
        var components = context.Xml(file)?.SelfAndDescendants().Where(e => e.Is("component") && e.Attribute("name")?.Value == "ExternalDependencies");
        foreach (var plugin in components?.SelectMany(c => c.Children).Where(e => e.Is("plugin")) ?? [])
        {
            if (plugin.Attribute("id") is { } id)
            {
                Report(id, plugin.Attribute("min-version")?.Value, context);
            }
        }
    }

    private static void Report(XmlAttributeValue id, string? version, InspectionContext context) =>
        context.Find(SignatureKind.JetbrainsPlugin, id.Value, version, signature =>
            new Evidence(signature, Surface.Extension, Strength.Configured, $"Plug-in '{PlainText.Safe(id.Value)}'", id.Value, id.Location) { Origin = "required" });
}
