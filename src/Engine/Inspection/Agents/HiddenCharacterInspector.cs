using System.Globalization;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text.Hidden;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Characters that a reader does not see, in the files that tell a model what to do: instructions, rules, commands, prompts of any tool, known or not.</summary>
public sealed class HiddenCharacterInspector : IInspector
{
    // More of them in one file say nothing more.
    private const int MostRuns = 100;

    // What lies beside instructions and is no text, such as the pictures of a skill.
    private static readonly string[] NoText =
    [
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".bmp", ".pdf", ".zip", ".gz", ".tgz", ".7z", ".woff", ".woff2", ".ttf", ".otf", ".mp3", ".mp4", ".wav", ".mov",
        ".docx", ".xlsx", ".pptx", ".dll", ".exe", ".so", ".dylib", ".wasm", ".pyc", ".jar", ".db", ".sqlite",
    ];

    public bool Reads(InputFile file) => !Array.Exists(NoText, file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        var isRead = context.Catalog.FindPath(file.Path).Any(s => s.Role is "instructions" or "rules" or "commands" or "prompts") || RuleFileSigns.Of(file, context.Catalog) is not null;
        if (!isRead || context.Text(file) is not { } text)
        {
            return;
        }

        var sign = new Signature(SignatureKind.Path, file.Path, SignatureMatch.Exact, Confidence.High, null);
        foreach (var run in HiddenCharacters.In(text).Take(MostRuns))
        {
            var first = "U+" + run.Codes[0].ToString("X4", CultureInfo.InvariantCulture);
            context.Add(new Evidence(sign, Surface.AgentFile, Strength.Instructions, What(run, first), first, run.Location) { IsHiddenText = true });
        }
    }

    private static string What(HiddenRun run, string first)
    {
        var name = Words<HiddenClass>.Of(run.Class).Replace('-', ' ');
        var count = run.Codes.Count == 1 ? "" : $", {run.Codes.Count} in a row";
        var decoded = run.Decoded is { } text ? $", which spell \"{text}\"" : "";
        return $"Hidden character {first} ({name}){count}{decoded}";
    }
}
