using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>
/// What a project file or a file that it imports does to weaken the check: properties, targets, tasks, items. Conditions are ignored, so that
/// nothing hides in one.
/// </summary>
public sealed class ProjectFileGuard : IInspector
{
    private static readonly string[] Handing = ["Properties", "AdditionalProperties", "SetConfiguration", "SetPlatform", "SetTargetFramework"];

    public bool Reads(InputFile file) => FileNames.IsMsBuild(file.Name) || file.Name.EndsWithIgnoringCase(FileNames.UserSettings);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root || !root.Is("Project"))
        {
            return;
        }

        foreach (var weakening in Read(root, file.Read().Text!))
        {
            context.Add(weakening);
        }
    }

    /// <summary>What a file weakens.</summary>
    /// <param name="text">The text that the root was read from.</param>
    internal static IEnumerable<Weakening> Read(XmlElement root, string text)
    {
        var properties = new MsBuildProperties(root);
        var namesRules = text.IndexOf(RuleCodes.Prefix, StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf('%') >= 0;
        return root.SelfAndDescendants().SelectMany(element => Inspect(element, properties, namesRules));
    }

    private static IEnumerable<Weakening> Inspect(XmlElement element, MsBuildProperties properties, bool namesRules) =>
        element.Parent is null ? Locals(element)
        : element.Parent.Is("PropertyGroup") ? Property(element, properties, namesRules)
        : element.Parent.Is("ItemGroup") || element.Parent.Is("ItemDefinitionGroup") ? [.. PackageItemGuard.Inspect(element, properties), .. Handed(element)]
        : element.Is("Import") ? ImportGuard.Inspect(element, properties)
        : element.Is("Target") || element.Is("UsingTask") ? Replaced(element, properties)
        : Handed(element);

    // Most files have a list of warnings, and no code of ours; then nothing is expanded.
    private static IEnumerable<Weakening> Property(XmlElement element, MsBuildProperties properties, bool namesRules)
    {
        if (!GuardedProperties.Guards(element.Name) || (!namesRules && GuardedProperties.IsListOfCodes(element.Name)))
        {
            yield break;
        }

        foreach (var value in properties.Expand(element.Text))
        {
            var text = MsBuildProperties.Unescape(value);
            if (GuardedProperties.Weakens(element.Name, text) is { } what)
            {
                yield return new Weakening(what, RuleCodes.In(text) is { Count: > 0 } codes ? element.LocationOf(codes[0]) : element.Location) { Silences = GuardedProperties.Silences(element.Name) };
            }
        }
    }

    // A property named there holds against the command line, where a pipeline sets it.
    private static IEnumerable<Weakening> Locals(XmlElement project)
    {
        if (project.Attribute("TreatAsLocalProperty") is not { } attribute)
        {
            yield break;
        }

        foreach (var name in attribute.Value.Split(';').Select(name => name.Trim()).Where(GuardedProperties.Guards))
        {
            yield return new Weakening(
                $"TreatAsLocalProperty names {PlainText.Safe(name)}, which lets this file overrule what a pipeline says of it",
                attribute.LocationOf(attribute.Value.IndexOf(name, StringComparison.Ordinal), name.Length));
        }
    }

    // MSBuild takes the name of a target as it is written, with its escapes, and expands the properties in that of a task.
    private static IEnumerable<Weakening> Replaced(XmlElement element, MsBuildProperties properties)
    {
        if (element.Is("Target") && MsBuildProperties.Unescape(element.Attribute("Name")?.Value ?? "") is var target && PackageName.IsTarget(target))
        {
            yield return new Weakening($"Target '{PlainText.Safe(target)}' stands in for the one of the package, so that the check does not run", element.Location) { Silences = true };
        }
        else if (element.Is("UsingTask") && properties.Expand(element.Attribute("TaskName")?.Value ?? "").Select(name => MsBuildProperties.Unescape(name).Trim()).FirstOrDefault(PackageName.IsTask) is { } task)
        {
            yield return new Weakening($"UsingTask registers '{PlainText.Safe(task)}', which would run in place of the package's task", element.Location) { Silences = true };
        }
    }

    // Properties that another project is built with, and commands that build one.
    private static IEnumerable<Weakening> Handed(XmlElement element)
    {
        foreach (var key in Handing)
        {
            foreach (var (name, value) in element.Metadata(key) is { } set ? BuildSwitches.Assignments(set) : [])
            {
                if (GuardedProperties.Weakens(name, value) is { } what)
                {
                    yield return new Weakening(what, element.Location);
                }
            }
        }

        if (element.Is("Exec") && element.Attribute("Command")?.Value is { } command)
        {
            foreach (var (_, what) in BuildSwitches.Read(command.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))
            {
                yield return new Weakening(what, element.Location);
            }
        }
    }
}
