using System.Text.RegularExpressions;

namespace AiToolPolicy.Tool.Verification;

/// <summary>The folder into which the package was extracted, as the log shows it.</summary>
/// <param name="Folder">On the machine that built.</param>
/// <param name="Version">As the folder is called.</param>
internal sealed partial record PackagePlace(string Folder, string Version)
{
    /// <summary>The place that both the target and the task come from; null where they do not come from one place of the package.</summary>
    public static PackagePlace? Of(string taskFile, string assembly)
    {
        var match = Targets().Match(taskFile);
        return match.Success && LoggedPath.AreEqual(assembly, match.Groups["folder"].Value + "/tasks/AiToolPolicy.Build.dll")
            ? new PackagePlace(match.Groups["folder"].Value, match.Groups["version"].Value)
            : null;
    }

    /// <summary>Whether a project is the helper that the package brings.</summary>
    public static bool IsHelper(string file) => Helper().IsMatch(file);

    [GeneratedRegex(@"^(?<folder>.*/aitoolpolicy/(?<version>[^/]+))/(build/AiToolPolicy\.(targets|Scan\.proj)|Sdk/Sdk\.targets)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Targets();

    [GeneratedRegex(@"/aitoolpolicy/[^/]+/build/AiToolPolicy\.Scan\.proj$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Helper();
}
