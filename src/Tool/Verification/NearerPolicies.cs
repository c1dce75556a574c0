using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Verification;

/// <summary>
/// The digests of the policies that hold for projects below a folder with a policy of its own: the layers of the checkout over the trusted one, which
/// stands in the place of whatever the checkout holds at its root. Nearer layers can only add to those above them, so that they need no trust.
/// </summary>
/// <param name="trusted">The policy file that every check must have used, absolute.</param>
/// <param name="root">The checkout's root, absolute.</param>
internal sealed class NearerPolicies(string trusted, string root, PolicySources sources)
{
    /// <param name="projects">Project files, relative to the root.</param>
    /// <returns>By project, those alone for which something nearer holds.</returns>
    public IReadOnlyDictionary<string, string> Digests(IEnumerable<string> projects)
    {
        var digests = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
        {
            var folder = Path.GetDirectoryName(Path.Combine(root, project)) ?? root;
            if (PolicyLocator.Nearest(folder) is { } nearest && !RepositoryPath.IsOutside(RepositoryPath.Relative(root, nearest)) && Path.GetDirectoryName(nearest) != root)
            {
                digests[project] = PolicyLocator.Under(trusted, folder, root, sources).Layers.Digest;
            }
        }

        return digests;
    }
}
