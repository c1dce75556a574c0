namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Where tools of no catalog are likely to keep what they tell a model, by the habits of those that are known.</summary>
internal static class RuleFileShapes
{
    // People write instructions for people, too.
    private const string Instructions = ".instructions.md";

    // Kinds of files by their double ending, wherever they lie.
    private static readonly string[] Endings = [".agent.md", ".chatmode.md", ".prompt.md"];

    private static readonly string[] Folders = ["rules", "agents", "commands", "prompts", "instructions", "skills", "steering", "chatmodes", "modes"];

    // Plug-ins and collections have these without a folder of a tool above them.
    private static readonly string[] PlainFolders = ["agents", "subagents", "commands", "prompts", "skills", "chatmodes"];

    // Of those, the ones whose files begin by speaking to the model.
    private static readonly string[] SpokenFolders = ["agents", "subagents", "commands"];

    // Folders of programs that are no AI tools, in which Markdown is documentation or a template.
    private static readonly string[] Others = [".github", ".gitlab", ".gitea", ".forgejo", ".azuredevops", ".changeset", ".vitepress", ".vuepress", ".docusaurus", ".storybook", ".idea", ".vs", ".config", ".git"];

    // What projects write for people at the root.
    private static readonly string[] Documents =
    [
        "README", "CONTRIBUTING", "CONTRIBUTORS", "CONTRIBUTIONS", "SECURITY", "CODE_OF_CONDUCT", "CONDUCT", "CHANGELOG", "CHANGES", "HISTORY", "NEWS", "LICENSE", "LICENCE", "COPYING",
        "NOTICE", "AUTHORS", "MAINTAINERS", "GOVERNANCE", "SUPPORT", "ROADMAP", "TODO", "RELEASE", "RELEASES", "RELEASING", "RELEASE_NOTES", "UPGRADING", "MIGRATION", "PRIVACY",
        "CODEOWNERS", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE", "THIRD-PARTY-NOTICES", "THIRDPARTYNOTICES", "CITATION", "CLA", "FAQ", "INSTALL", "BUILD", "BUILDING",
        "HELP", "MANUAL", "USAGE", "GUIDE", "TUTORIAL", "OVERVIEW", "QUICKSTART", "QUICK_START", "GETTING_STARTED", "GETTING-STARTED", "INSTALLATION", "SETUP", "DEPLOYMENT",
        "DEVELOPMENT", "DEVELOPING", "DEVELOPERS", "HACKING", "TESTING", "VISION", "MCP", "ARCHITECTURE", "DESIGN", "FEATURES",
    ];

    /// <summary>A name that nothing but a file for agents has: any description in its front matter tells.</summary>
    public static bool IsForAgents(InputFile file) => Endings.Any(file.Name.EndsWithIgnoringCase) || IsAmongInstructions(file);

    /// <summary>A Markdown file in a tool's folder or among the parts of a plug-in, or of a kind that only agents read: its front matter tells.</summary>
    public static bool IsByFrontMatter(InputFile file) =>
        IsForAgents(file) || file.Name.EndsWithIgnoringCase(Instructions) || file.Name.EndsWithIgnoringCase(".mdc") || IsAmongParts(file) || (IsMarkdown(file) && IsInToolFolder(file.Folder));

    /// <summary>A part of a plug-in or a collection, by the folder that it lies in: a name and a description in its front matter tell.</summary>
    public static bool IsAmongParts(InputFile file) => IsMarkdown(file) && IsIn(file, PlainFolders);

    /// <summary>A command of a plug-in, of which a description may be all that its front matter says. A page has a title.</summary>
    public static bool IsCommand(InputFile file) => IsMarkdown(file) && (file.Folder == "commands" || file.Folder.EndsWith("/commands", StringComparison.Ordinal));

    /// <summary>An agent or a command of a plug-in: that the text speaks to the model tells. What explains the folder speaks to people.</summary>
    public static bool IsSpoken(InputFile file) => IsMarkdown(file) && IsIn(file, SpokenFolders) && !file.Name.EqualsIgnoringCase("README.md");

    /// <summary><c>.namerules</c> or <c>NAME.md</c> at the root, or one of a folder of instructions: how the text begins tells.</summary>
    public static bool IsByWording(InputFile file) => IsAmongInstructions(file) || IsAtRoot(file);

    private static bool IsMarkdown(InputFile file) => file.Name.EndsWithIgnoringCase(".md") || file.Name.EndsWithIgnoringCase(".mdc");

    private static bool IsIn(InputFile file, string[] folders) => file.Folder.Split('/').Any(folders.Contains);

    private static bool IsAmongInstructions(InputFile file) => file.Name.EndsWithIgnoringCase(Instructions) && file.Folder.Split('/').Contains("instructions");

    private static bool IsAtRoot(InputFile file) =>
        file.Folder.Length == 0 && (IsRulesFile(file.Name) || (file.Name.EndsWith(".md", StringComparison.Ordinal) && IsLoud(file.Name.Substring(0, file.Name.Length - 3))));

    // .name/rules, at any depth
    private static bool IsInToolFolder(string folder)
    {
        var parts = folder.Split('/');
        var tool = Array.FindIndex(parts, part => part.Length > 1 && part[0] == '.');
        return tool >= 0 && tool + 1 < parts.Length && Array.IndexOf(Others, parts[tool]) < 0 && Array.IndexOf(Folders, parts[tool + 1]) >= 0;
    }

    private static bool IsRulesFile(string name) =>
        name.Length > 6 && name[0] == '.' && name.EndsWith("rules", StringComparison.Ordinal) && name.Skip(1).All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsLoud(string name) =>
        name.Length > 1 && name.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-') && Array.IndexOf(Documents, name) < 0;
}
