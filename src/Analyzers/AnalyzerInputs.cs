using AiToolPolicy.Engine.Exemptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Analyzers;

/// <summary>What a build hands to the analyzer as AdditionalFiles, told apart by their names.</summary>
internal sealed class AnalyzerInputs
{
    private const string ResolvedName = "ai-tool-policy.resolved.json";
    private const string DesignTimeMark = "AiToolPolicy.targets";
    private const string AttributesName = ".gitattributes";

    private AnalyzerInputs(AnalyzerOptions options)
    {
        var policyName = PolicyInput.NameIn(options);
        Policy = PolicyInput.In(options);
        Resolved = options.AdditionalFiles.LastOrDefault(file => NameOf(file) == ResolvedName);
        Echoed = !options.AdditionalFiles.Any(file => NameOf(file) == DesignTimeMark) ? [] :
            [.. options.AdditionalFiles.Where(file => NameOf(file) is var name && name != policyName && name is not (ResolvedName or DesignTimeMark or AttributesName or ExemptionFile.Name))];
        Attributes = [.. options.AdditionalFiles.Where(file => NameOf(file) == AttributesName)];
    }

    /// <summary>The policy in force.</summary>
    public AdditionalText? Policy { get; }

    /// <summary>What the last build knew of the day and of the repository's root.</summary>
    public AdditionalText? Resolved { get; }

    /// <summary>The project's own files, in design-time builds only, where the package's own file is among them: in a real build the task reports them.</summary>
    public IReadOnlyList<AdditionalText> Echoed { get; }

    /// <summary>What the repository says of its paths, from its root to the project, for the strength of what is echoed.</summary>
    public IReadOnlyList<AdditionalText> Attributes { get; }

    public static AnalyzerInputs Read(AnalyzerOptions options) => new(options);

    private static string NameOf(AdditionalText file) => Path.GetFileName(file.Path);
}
