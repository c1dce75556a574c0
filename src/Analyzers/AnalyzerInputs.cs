using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Analyzers;

/// <summary>What a build hands to the analyzer, told apart by the metadata <c>AiToolPolicyRole</c> of the AdditionalFiles.</summary>
internal sealed class AnalyzerInputs
{
    private const string RoleKey = "build_metadata.AdditionalFiles.AiToolPolicyRole";

    private readonly List<AdditionalText> _echoed = [];

    private AnalyzerInputs()
    {
    }

    /// <summary>The policy in force.</summary>
    public AdditionalText? Policy { get; private set; }

    /// <summary>What the last build knew of the day and of the repository's root.</summary>
    public AdditionalText? Resolved { get; private set; }

    /// <summary>The project's own files, in design-time builds only: in a real build the task reports them.</summary>
    public IReadOnlyCollection<AdditionalText> Echoed => _echoed;

    public static AnalyzerInputs Read(AnalyzerOptions options)
    {
        var inputs = new AnalyzerInputs();
        foreach (var file in options.AdditionalFiles)
        {
            inputs.Take(file, RoleOf(options, file));
        }

        return inputs;
    }

    public static bool IsEchoed(AnalyzerOptions options, AdditionalText file) => RoleOf(options, file) == "echo";

    private void Take(AdditionalText file, string role)
    {
        switch (role)
        {
            case "policy":
                Policy ??= file;
                break;
            case "resolved":
                Resolved ??= file;
                break;
            case "echo":
                _echoed.Add(file);
                break;
            default:
                break;
        }
    }

    private static string RoleOf(AnalyzerOptions options, AdditionalText file) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(RoleKey, out var role) ? role : "";
}
