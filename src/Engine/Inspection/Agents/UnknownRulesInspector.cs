using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>
/// Files that no catalog knows and that read like instructions to an AI tool. Two signs are asked for: where the file lies, and what it begins with.
/// </summary>
public sealed class UnknownRulesInspector : IInspector
{
    private const int Beginning = 1500;

    // Each of them is written for a model and for nobody else.
    private static readonly string[] CertainKeys = ["alwaysApply", "applyTo", "globs", "allowed-tools", "argument-hint", "disable-model-invocation", "user-invocable", "inclusion"];

    // These beside a description, which Markdown of any kind may have.
    private static readonly string[] CompanionKeys = ["tools", "model", "agent", "mode", "trigger", "infer"];

    private static readonly string[] Wordings =
    [
        "you are an expert", "you are a senior", "you are an experienced", "you are an ai ", "you are a coding", "you are a helpful", "when working with code in this repository",
        "ai coding agent", "ai coding assistant", "for coding agents", "for ai agents", "for ai assistants", "instructions for ai", "guidelines for ai", "guidance for ai", "rules for ai",
        "guidance to ai",
    ];

    public bool Reads(InputFile file) => RuleFileShapes.IsByFrontMatter(file) || RuleFileShapes.IsByWording(file);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Catalog.FindPath(file.Path).Any(s => !s.NeedsSecondSign) || file.Read().Text is not { } text)
        {
            return;
        }

        var source = new SourceFile(file.Path, text);
        if (KeyOf(source, RuleFileShapes.IsForAgents(file.Name)) is { } key)
        {
            Add(file, $"'{key.Value}' in its front matter", key.Location, context);
        }
        else if (RuleFileShapes.IsByWording(file) && WordingOf(source) is { } wording)
        {
            Add(file, $"\"{wording.Value.Trim()}\"", wording.Location, context);
        }
    }

    private static void Add(InputFile file, string sign, Location location, InspectionContext context) => context.Add(new Evidence(
        Signature.OfUnknown(SignatureKind.Path, file.Path), Surface.AgentFile, Strength.Instructions, $"File '{PlainText.Safe(file.Path)}' ({sign})", file.Path, location));

    private static Placed<string>? KeyOf(SourceFile file, bool isForAgents)
    {
        var keys = FrontMatter.Keys(file);
        var description = keys.FirstOrDefault(key => key.Value == "description");
        return keys.FirstOrDefault(key => CertainKeys.Contains(key.Value))
            ?? (description is null ? null : keys.FirstOrDefault(key => CompanionKeys.Contains(key.Value)))
            ?? (isForAgents ? description : null);
    }

    private static Placed<string>? WordingOf(SourceFile file)
    {
        var beginning = file.Text.Substring(0, Math.Min(file.Text.Length, Beginning));
        return Wordings
            .Select(wording => (Wording: wording, At: beginning.IndexOf(wording, StringComparison.OrdinalIgnoreCase)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => new Placed<string>(found.Wording, file.At(found.At, found.Wording.TrimEnd().Length)))
            .FirstOrDefault();
    }
}
