using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Severities that .editorconfig and .globalconfig files give to the check's rules, and code that they call generated in bulk.</summary>
public sealed class AnalyzerConfigGuard : IInspector
{
    private const string Start = "dotnet_diagnostic.";
    private const string End = ".severity";
    private const string All = "dotnet_analyzer_diagnostic.severity";
    private const string Category = "dotnet_analyzer_diagnostic.category-aitoolpolicy.severity";

    private static readonly string[] Quiet = ["none", "silent", "suggestion", "refactoring"];

    private static readonly string[] EveryFile = ["*", "**", "*.cs", "*.vb", "**.cs", "**.vb", "**/*", "**/*.cs", "**/*.vb", "*.{cs,vb}", "*.{vb,cs}", "**/*.{cs,vb}", "*.*"];

    public bool Reads(InputFile file) => IsAnalyzerConfig(file.Name);

    public static bool IsAnalyzerConfig(string name) =>
        name.EndsWithIgnoringCase(".editorconfig") || name.EndsWithIgnoringCase(".globalconfig") || name.EndsWithIgnoringCase(".analyzerconfig");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is { } text)
        {
            foreach (var weakening in Read(text))
            {
                context.Add(weakening);
            }
        }
    }

    /// <summary>What such a file weakens, whatever it is called.</summary>
    public static IEnumerable<Weakening> Read(SourceFile text) =>
        IniLines.Read(text).Select(setting => Weakens(setting) is { } what ? new Weakening(what, setting.Location) : null).OfType<Weakening>();

    private static string? Weakens(IniSetting setting)
    {
        var key = setting.Key.ToLowerInvariant();
        if (key == "generated_code")
        {
            return setting.Value.EqualsIgnoringCase("true") && IsEveryFile(setting.Section)
                ? $"generated_code is true for every file ('[{PlainText.Safe(setting.Section)}]'), which tells analyzers that there is nothing to check"
                : null;
        }

        var severity = Quiet.FirstOrDefault(setting.Value.EqualsIgnoringCase);
        if (severity is null || !key.EndsWith(End, StringComparison.Ordinal))
        {
            return null;
        }

        var isOurs = key.Length > Start.Length + End.Length && key.StartsWith(Start, StringComparison.Ordinal) && RuleCodes.Is(key.Substring(Start.Length, key.Length - Start.Length - End.Length));
        return isOurs ? $"{PlainText.Safe(setting.Key)} is {severity}, which asks the compiler to hide what the check finds in source code"
            : key is All or Category ? $"{PlainText.Safe(setting.Key)} is {severity}, which asks the compiler to hide what analyzers find"
            : null;
    }

    private static bool IsEveryFile(string section) => section.Length == 0 || Array.IndexOf(EveryFile, section.TrimStart('/')) >= 0;
}
