using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>
/// What the analyzer cannot know: in which phase of the policy this build is made, and where the repository's root is. Written only when it
/// changes, so that the compiler runs again on the day on which a severity changes, and on no other.
/// </summary>
internal static class ResolvedPolicy
{
    /// <param name="path">The file to write, absolute.</param>
    /// <param name="root">The repository's root, absolute; written as seen from the file, so that it says nothing of this machine.</param>
    public static void Write(string path, PolicyPhase phase, string root)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var text = $$"""
            {
              "since": "{{phase.Since}}",
              "root": "{{RepositoryPath.Relative(folder, root).Replace("\\", "\\\\").Replace("\"", "\\\"")}}"
            }

            """;
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            WholeFile.Write(path, text);
        }
    }
}
