using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Fixes;

/// <summary>The file of exemptions beside a repository's policy.</summary>
internal static class RepositoryExemptions
{
    /// <summary>Repository-relative; at the root where the policy comes from elsewhere.</summary>
    public static string PathOf(Workspace workspace)
    {
        var policy = workspace.Policy.Policy?.Location.Path ?? "";
        var folder = policy.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(policy) ? "" : policy[..(policy.LastIndexOf('/') + 1)];
        return folder + ExemptionSkeleton.FileName;
    }

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="UsageException">It is there and cannot be read.</exception>
    public static string? Text(Workspace workspace, string path)
    {
        var file = Path.Combine(workspace.Root, path);
        if (!File.Exists(file))
        {
            return null;
        }

        var read = TextFile.Read(file);
        return read.Text ?? throw new UsageException($"'{PlainText.Safe(path)}' could not be read: {read.Failure}");
    }
}
