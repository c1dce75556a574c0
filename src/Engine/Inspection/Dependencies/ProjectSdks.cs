using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>An MSBuild SDK that a project file names.</summary>
public sealed record ProjectSdk(string Id, string? Version, Location Location);

/// <summary>Reads the SDKs of an MSBuild file, in all three forms: the attribute of the project, the element, the attribute of an import.</summary>
public static class ProjectSdks
{
    public static IReadOnlyList<ProjectSdk> Read(XmlElement root)
    {
        var sdks = new List<ProjectSdk>();
        foreach (var element in root.SelfAndDescendants())
        {
            if (element.Is("Project") && element.Parent is null && element.Attribute("Sdk") is { } attribute)
            {
                AddList(sdks, attribute);
            }
            else if (element.Is("Sdk") && element.Attribute("Name") is { } name)
            {
                sdks.Add(new ProjectSdk(name.Value.Trim(), element.Attribute("Version")?.Value, element.Location));
            }
            else if (element.Is("Import") && element.Attribute("Sdk") is { } imported)
            {
                sdks.Add(Parse(imported.Value, element.Attribute("Version")?.Value, element.Location));
            }
        }

        return sdks;
    }

    // Sdk="A/1.0;B"
    private static void AddList(List<ProjectSdk> sdks, XmlAttributeValue attribute)
    {
        foreach (var text in attribute.Value.Split(';'))
        {
            if (text.Trim() is { Length: > 0 } sdk)
            {
                sdks.Add(Parse(sdk, null, attribute.Location));
            }
        }
    }

    private static ProjectSdk Parse(string text, string? version, Location location)
    {
        var slash = text.IndexOf('/');
        return slash < 0
            ? new ProjectSdk(text.Trim(), version, location)
            : new ProjectSdk(text.Substring(0, slash).Trim(), version ?? text.Substring(slash + 1).Trim(), location);
    }
}
