using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml;

internal static class YamlNames
{
    public static bool IsYaml(this InputFile file) => file.Name.EndsWithIgnoringCase(".yml") || file.Name.EndsWithIgnoringCase(".yaml");

    /// <summary>The file name in lower case without its extension; null when it is no YAML file.</summary>
    public static string? YamlStem(this InputFile file) =>
        file.IsYaml() ? file.Name.Substring(0, file.Name.LastIndexOf('.')).ToLowerInvariant() : null;

    /// <summary>Whether the file lies in a folder of that name, at any depth.</summary>
    public static bool IsIn(this InputFile file, string folder) =>
        ("/" + file.Path).IndexOf("/" + folder + "/", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether some line begins with that text: tells a format before anything is parsed.</summary>
    public static bool HasLine(this SourceFile file, string start)
    {
        for (var at = file.Text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = file.Text.IndexOf(start, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || file.Text[at - 1] is '\n' or '\r')
            {
                return true;
            }
        }

        return false;
    }
}
