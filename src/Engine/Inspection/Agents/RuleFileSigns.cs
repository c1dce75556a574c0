using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>What gives a file away that reads like instructions to an AI tool and that no catalog knows. Two signs are asked for: where it lies, and what it begins with.</summary>
internal static class RuleFileSigns
{
    private const int Beginning = 1500;

    // Each of them is written for a model and for nobody else.
    private static readonly string[] CertainKeys = ["alwaysApply", "applyTo", "globs", "allowed-tools", "argument-hint", "disable-model-invocation", "user-invocable", "inclusion"];

    // These beside a description, which Markdown of any kind may have, or beside another of them.
    private static readonly string[] CompanionKeys = ["tools", "model", "agent", "mode", "trigger", "infer"];

    // What the pages of a web site have, which may lie in a folder "skills" or "agents" of people.
    private static readonly string[] PageKeys = ["title", "date", "layout", "slug", "weight"];

    // What the source of an agentic workflow has, where nothing else in Markdown has front matter at all.
    private static readonly string[] WorkflowKeys = ["on", "engine", "tools", "safe-outputs", "mcp-servers"];

    // How a text begins that speaks to a model.
    private static readonly string[] Addresses = ["you are an expert", "you are a senior", "you are an experienced", "you are an ai ", "you are a coding"];

    // Among the parts of a plug-in, and what only a command has.
    private static readonly string[] Spoken = [.. Addresses, "you are a specialized", "$arguments"];

    private static readonly string[] Wordings =
    [
        .. Addresses, "@agents.md", "you are a helpful", "when working with code in this repository",
        "ai coding agent", "ai coding assistant", "for coding agents", "for ai agents", "for ai assistants", "instructions for ai", "instructions for llm", "guidelines for ai", "guidance for ai", "rules for ai",
        "guidance to ai",
    ];

    /// <summary>Whether the file lies where such files do.</summary>
    public static bool MayBe(InputFile file) => RuleFileShapes.IsByFrontMatter(file) || RuleFileShapes.IsByWording(file) || RuleFileShapes.IsSpoken(file);

    /// <summary>Whether the front matter of a Markdown file is for agents, at a place where files for agents lie beside others.</summary>
    public static bool IsForAgents(InputFile file) => file.Name.EndsWithIgnoringCase(".md") && file.Read().Text is { } text
        && FrontMatter.Keys(new SourceFile(file.Path, text)).Any(key => CertainKeys.Contains(key.Value) || WorkflowKeys.Contains(key.Value));

    /// <summary>The sign in the text, as a message says it, with its place; null where there is none, the catalog knows the file, or it cannot be read.</summary>
    public static Placed<string>? Of(InputFile file, ToolCatalog catalog)
    {
        if (!MayBe(file) || catalog.FindPath(file.Path).Any(s => !s.NeedsSecondSign) || file.Read().Text is not { } text)
        {
            return null;
        }

        var source = new SourceFile(file.Path, text);
        var wordings = RuleFileShapes.IsByWording(file) ? Wordings : RuleFileShapes.IsSpoken(file) ? Spoken : [];
        return KeyOf(source, file) is { } key ? new Placed<string>($"'{key.Value}' in its front matter", key.Location)
            : WordingOf(source, wordings) is { } wording ? new Placed<string>($"\"{wording.Value.Trim()}\"", wording.Location)
            : null;
    }

    private static Placed<string>? KeyOf(SourceFile source, InputFile file)
    {
        var keys = FrontMatter.Keys(source);
        var isNamed = RuleFileShapes.IsAmongParts(file) && !keys.Any(key => PageKeys.Contains(key.Value)) && (keys.Any(key => key.Value == "name") || (keys.Count == 1 && RuleFileShapes.IsCommand(file)));
        var description = keys.FirstOrDefault(key => key.Value == "description");
        var companions = keys.Where(key => CompanionKeys.Contains(key.Value)).ToList();
        return keys.FirstOrDefault(key => CertainKeys.Contains(key.Value))
            ?? (description is not null || companions.Select(key => key.Value).Distinct().Skip(1).Any() ? companions.FirstOrDefault() : null)
            ?? (isNamed || RuleFileShapes.IsForAgents(file) ? description : null);
    }

    private static Placed<string>? WordingOf(SourceFile file, string[] wordings)
    {
        var beginning = file.Text.Substring(0, Math.Min(file.Text.Length, Beginning));
        return wordings
            .Select(wording => (Wording: wording, At: beginning.IndexOf(wording, StringComparison.OrdinalIgnoreCase)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => new Placed<string>(found.Wording, file.At(found.At, found.Wording.TrimEnd().Length)))
            .FirstOrDefault();
    }
}
