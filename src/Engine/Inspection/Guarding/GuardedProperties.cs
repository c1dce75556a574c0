using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>MSBuild properties that can weaken the check, wherever they are set: in a file, on a command line, in the environment.</summary>
public static class GuardedProperties
{
    /// <summary>Everything that begins so is private to the package.</summary>
    public const string PrivatePrefix = "_AiToolPolicy";

    private const string SkipsAnalyzers = "switches the analyzers off, so that source code is not checked";
    private const string SwitchesOff = "switches the check off";
    private const string LooksLikeDesignTime = "makes the build look like one of an editor or of restore, which is not checked";
    private const string OtherCompiler = "puts another compiler in place, which need not run the analyzer";
    private const string WithoutPackages = "keeps the targets of packages, and with them the check, out of the build";
    private const string WithoutShared = "keeps the repository's shared file, and the package that it brings, out of the build";

    // What each holds when it lists codes of ours.
    private static readonly Dictionary<string, string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NoWarn"] = "hides warnings of the check",
        ["DisabledWarnings"] = "hides warnings of the check",
        ["MSBuildWarningsAsMessages"] = "hides warnings of the check",
        ["WarningsAsMessages"] = "hides warnings of the check",
        ["WarningsNotAsErrors"] = "keeps findings of the check from failing a build",
        ["MSBuildWarningsNotAsErrors"] = "keeps findings of the check from failing a build",
    };

    private static readonly Dictionary<string, (Func<string, bool> Weakens, string Effect)> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RunAnalyzers"] = (IsFalse, SkipsAnalyzers),
        ["RunAnalyzersDuringBuild"] = (IsFalse, SkipsAnalyzers),
        ["_SkipAnalyzers"] = (IsTrue, SkipsAnalyzers),
        ["IsImplicitlyTriggeredBuild"] = (IsTrue, SkipsAnalyzers),
        ["AiToolPolicyEnabled"] = (IsFalse, SwitchesOff),
        ["AiToolPolicyAsOf"] = (IsSet, "fixes the day by which the check judges"),
        ["AiToolPolicyExclude"] = (IsSet, "leaves files out of the check"),
        ["DesignTimeBuild"] = (IsTrue, LooksLikeDesignTime),
        ["MSBuildIsRestoring"] = (IsTrue, LooksLikeDesignTime),
        ["SkipCompilerExecution"] = (IsTrue, "keeps the compiler, and with it the analyzer, from running"),
        ["CscToolPath"] = (IsSet, OtherCompiler),
        ["CscToolExe"] = (IsSet, OtherCompiler),
        ["VbcToolPath"] = (IsSet, OtherCompiler),
        ["VbcToolExe"] = (IsSet, OtherCompiler),
        ["WarningLevel"] = (value => value == "0", "hides every warning of the compiler"),
        ["ExcludeRestorePackageImports"] = (IsTrue, WithoutPackages),
        ["ImportProjectExtensionProps"] = (IsFalse, WithoutPackages),
        ["ImportProjectExtensionTargets"] = (IsFalse, WithoutPackages),
        ["ImportDirectoryBuildProps"] = (IsFalse, WithoutShared),
        ["ImportDirectoryBuildTargets"] = (IsFalse, WithoutShared),
        ["ImportDirectoryPackagesProps"] = (IsFalse, WithoutShared),
    };

    /// <summary>Whether some value of the property weakens the check.</summary>
    public static bool Guards(string name) =>
        Lists.ContainsKey(name) || Switches.ContainsKey(name) || name.StartsWith(PrivatePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the check of a project with the property does not run at all.</summary>
    public static bool Silences(string name) => Switches.TryGetValue(name, out var guarded) && guarded.Effect is WithoutPackages or WithoutShared or LooksLikeDesignTime or SwitchesOff;

    /// <summary>Whether the property is a list of codes.</summary>
    public static bool IsListOfCodes(string name) => Lists.ContainsKey(name);

    /// <summary>What setting the property to that value does to the check, as a sentence begins: "NoWarn lists AITP1009, which …"; null: nothing.</summary>
    public static string? Weakens(string name, string value)
    {
        if (Lists.TryGetValue(name, out var effect))
        {
            return RuleCodes.In(value) is { Count: > 0 } codes ? Listing(name, codes, effect) : null;
        }

        if (Switches.TryGetValue(name, out var guarded))
        {
            return guarded.Weakens(value.Trim()) ? $"{name} {(IsTelling(value) ? $"is {value.Trim().ToLowerInvariant()}" : "is set")}, which {guarded.Effect}" : null;
        }

        return name.StartsWith(PrivatePrefix, StringComparison.OrdinalIgnoreCase)
            ? $"{PlainText.Safe(name)} is set, a private property of the package, which leads the check astray"
            : null;
    }

    internal static string Listing(string name, IReadOnlyList<string> codes, string effect) => $"{name} lists {PlainText.Safe(string.Join(", ", codes))}, which {effect}";

    // Values of settings are not printed; these few say nothing but which way a switch stands.
    private static bool IsTelling(string value) => IsTrue(value.Trim()) || IsFalse(value.Trim()) || value.Trim() == "0";

    private static bool IsFalse(string value) => value.EqualsIgnoringCase("false");

    private static bool IsTrue(string value) => value.EqualsIgnoringCase("true");

    private static bool IsSet(string value) => value.Length > 0;
}
