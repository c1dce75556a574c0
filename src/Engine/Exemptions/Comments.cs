using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>The comments of a file, without their marks. Which marks there are is told by the file's name; prose has none.</summary>
internal static class Comments
{
    private static readonly string[] Yaml = [".yml", ".yaml"];
    private static readonly string[] Toml = [".toml", "Pipfile"];
    private static readonly string[] Shell = [".sh", ".bash", ".zsh", ".ps1", ".psm1", ".py", ".rb"];
    private static readonly string[] Lines = [".env", ".editorconfig", ".ini", ".cfg", "Brewfile", ".tool-versions", ".gitignore", ".gitattributes", "Makefile", ".properties"];
    private static readonly string[] Slashes = [".json", ".jsonc", ".json5", ".code-workspace", "go.mod"];
    private static readonly string[] Markup = [".config", ".xml", ".nuspec", ".slnx", ".xaml", ".vsconfig", ".runsettings"];

    public static IEnumerable<PlacedText> In(SourceFile file, string name) =>
        FileNames.IsMsBuild(name) || Ends(name, Markup) ? MarkupComments.In(file)
        : Ends(name, Slashes) ? SlashComments.In(file)
        : Ends(name, Yaml) ? new HashComments(file, HashStyle.Yaml).Read()
        : Ends(name, Toml) ? new HashComments(file, HashStyle.Toml).Read()
        : IsDockerfile(name) ? new HashComments(file, HashStyle.Dockerfile).Read()
        : Ends(name, Shell) ? new HashComments(file, HashStyle.Shell).Read()
        : Ends(name, Lines) || IsLineFile(name) ? new HashComments(file, HashStyle.Lines).Read()
        : [];

    private static bool Ends(string name, string[] ends) => ends.Any(name.EndsWithIgnoringCase);

    private static bool IsDockerfile(string name) =>
        name.EndsWithIgnoringCase("Dockerfile") || name.EndsWithIgnoringCase("Containerfile")
        || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Containerfile.", StringComparison.OrdinalIgnoreCase);

    private static bool IsLineFile(string name) =>
        name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("requirements", StringComparison.OrdinalIgnoreCase) && name.EndsWithIgnoringCase(".txt"));
}
