using AiToolPolicy.Engine.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The policy among the AdditionalFiles, known by its file name. Metadata would tell it too, but is written to a file that the compiler reads:
/// design-time builds have more inputs than real ones, and each would undo what the other wrote and make the next compile for nothing.
/// </summary>
internal static class PolicyInput
{
    private const string NameKey = "build_property._AiToolPolicyFileName";

    /// <summary>What the policy's file is called; a build tells it where it is not the usual name.</summary>
    public static string NameIn(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(NameKey, out var name) && name.Length > 0 ? name : PolicyFile.Name;

    /// <returns>The last of that name: the package adds it after the project's own files. Null where there is none.</returns>
    public static AdditionalText? In(AnalyzerOptions options)
    {
        var name = NameIn(options);
        return options.AdditionalFiles.LastOrDefault(file => Path.GetFileName(file.Path) == name);
    }
}
