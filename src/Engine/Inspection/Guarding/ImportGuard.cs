using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Imports of files by a name that nobody takes for MSBuild's: what stands in them, no check of files reads.</summary>
internal static class ImportGuard
{
    // Properties that by their names hold a folder, and so no part of a file's name.
    private static readonly Regex Folder = new(@"\$\(\w*(?:Directory|Dir|Path|Root|Folder)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const int LongestFunction = 1000;

    // The two ways to name a file by a function: the first argument is looked for upwards, of a path that is put together the last one is the name.
    private static readonly Regex Function = new(
        @"\$\(\[MSBuild\]::GetPathOfFileAbove\(\s*(?<quote>['""`]?)(?<name>[^'""`,()]+)\k<quote>\s*(?:,.*)?\)\)|\$\(\[(?:MSBuild\]::NormalizePath|System\.IO\.Path\]::(?:Combine|GetFullPath))\((?:.*,)?\s*(?<quote>['""`]?)(?<name>[^'""`,]+?)\k<quote>\s*\)\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What an Import element hides; nothing where its file has a usual ending, or where only properties say what it is called.</summary>
    public static IEnumerable<Weakening> Inspect(XmlElement import, MsBuildProperties properties)
    {
        if (import.Attribute("Project") is not { } attribute)
        {
            yield break;
        }

        // A pattern over a text of any length would be a way to hold up the check.
        var written = attribute.Value.Length > LongestFunction ? attribute.Value : Function.Replace(attribute.Value, "/${name}");
        foreach (var path in properties.Expand(Folder.Replace(written, "/")).Select(path => MsBuildProperties.Unescape(path).Trim()))
        {
            var last = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            var name = path.IndexOf("$([", StringComparison.Ordinal) < 0 ? last : last.TrimEnd('\'', '"', '`', ')', ' ');
            if (name.Length > 0 && name.IndexOf('$') < 0 && !FileNames.IsMsBuild(name) && !name.EndsWithIgnoringCase(FileNames.UserSettings))
            {
                yield return new Weakening($"Import of '{PlainText.Safe(name)}', whose ending is none of MSBuild's, so that no check of files reads what it does", attribute.LocationOf(0, attribute.Value.Length));
            }
        }
    }
}
