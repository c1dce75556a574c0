using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>Settings in XML: <c>app.config</c>, <c>web.config</c> and their transforms, <c>.runsettings</c>.</summary>
public sealed class XmlSettingsInspector : IInspector
{
    private static readonly string[] Names = ["app.config", "web.config"];

    public bool Reads(InputFile file) =>
        file.Name.EndsWithIgnoringCase(".runsettings")
        || (file.Name.EndsWithIgnoringCase(".config") && !file.Name.EqualsIgnoringCase(FileNames.PackagesConfig) && !file.Name.EqualsIgnoringCase("nuget.config"));

    public void Inspect(InputFile file, InspectionContext context)
    {
        // Other programs write their configuration in other languages under this ending.
        if (file.Read().Text?.TrimStart() is { Length: > 0 } text && text[0] != '<' && !Names.Contains(file.Name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var scan = new SettingScan(context);
        foreach (var element in context.Xml(file)?.SelfAndDescendants() ?? [])
        {
            Inspect(element, scan);
        }
    }

    private static void Inspect(XmlElement element, SettingScan scan)
    {
        var name = element.Attribute("key") ?? element.Attribute("name");
        if (name is not null)
        {
            scan.Name(name.Value, name.Location);
            scan.Key(name.Value, name.Location);
        }
        else if (element.Parent?.Is("EnvironmentVariables") ?? false)
        {
            scan.Name(element.Name, element.Location);
        }

        foreach (var attribute in element.Attributes.Where(a => a != name))
        {
            scan.Value(attribute.Name == "value" ? name?.Value ?? element.Name : attribute.Name, attribute.Value, attribute.LocationOf);
        }

        if (element.Text.Length > 0)
        {
            scan.Value(element.Name, element.Text, (_, _) => element.Location);
        }
    }
}
