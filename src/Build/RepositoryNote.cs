using System.Text;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>
/// What a build leaves to the next about a repository, in the user's own folder, as a repository has none for such things. As long as the same files
/// are there, those that were read have not changed, and neither have the policy, the day and the variables of the process, there is the same to say.
/// </summary>
internal sealed class RepositoryNote
{
    private const string Folder = "repositories";
    private const string ReadHeading = "read\n";
    private const string ResultHeading = "result\n";
    private const int DaysToKeep = 30;

    private readonly string _root;
    private readonly string _state;
    private readonly string? _path;
    private readonly BuildNote _note;

    private RepositoryNote(RepositoryRequest request, FoundPolicy policy, RepositoryListing listing)
    {
        _root = request.Root;
        _path = MayBeRemembered(request, policy, listing) ? PathOf(request) : null;
        _state = _path is null ? "" : StateOf(request, policy, listing);
        _note = new BuildNote(_path);
    }

    public static RepositoryNote Of(RepositoryRequest request, FoundPolicy policy, RepositoryListing listing) => new(request, policy, listing);

    /// <summary>What an earlier build has found; null where it may be something else now.</summary>
    public RepositoryResult? Recall()
    {
        if (_note.Read() is not { } known || !known.StartsWith(_state + ReadHeading, StringComparison.Ordinal))
        {
            return null;
        }

        var at = known.IndexOf(ResultHeading, _state.Length, StringComparison.Ordinal);
        var read = at < 0 ? [] : known.Substring(_state.Length + ReadHeading.Length, at - _state.Length - ReadHeading.Length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        return at < 0 || Array.Exists(read, line => line.Split('\t') is not [var path, var stamp] || Stamp(path) != stamp) ? null : RepositoryResult.Read(known.Substring(at + ResultHeading.Length));
    }

    /// <param name="files">Whose text or bytes the result depends on, by path relative to the root.</param>
    public void Leave(RepositoryResult result, IEnumerable<string> files)
    {
        var read = files.Append(ExemptionFile.Name).Distinct(StringComparer.Ordinal).ToList();
        if (_path is null || result.HasErrors || read.Exists(IsUnsteady))
        {
            return;
        }

        _note.Write(_state + ReadHeading + string.Concat(read.Select(path => $"{path}\t{Stamp(path)}\n")) + ResultHeading + result.Write());
        Forget(Path.GetDirectoryName(_path)!);
    }

    // What is out of the ordinary is looked at in every build. Nearer policies are read by another way than the files that are inspected, and beside
    // a policy above the repository there may be exemptions that no listing shows.
    private static bool MayBeRemembered(RepositoryRequest request, FoundPolicy policy, RepositoryListing listing) =>
        request.PolicyFile.Length == 0 && request.Report.Length == 0 && !request.ChecksMachine && policy.Findings.Count == 0
        && PolicyLocator.Nearest(request.Root) is var nearest && (nearest is null || RepositoryPath.Relative(request.Root, nearest) == PolicyFile.Name)
        && !listing.Files.Any(file => file.Name == PolicyFile.Name && file.Folder.Length > 0);

    private static string? PathOf(RepositoryRequest request)
    {
        var folder = request.Cache.Length > 0 ? Path.GetFullPath(Path.Combine(request.Root, request.Cache, Folder)) : UserFolder.For(Folder);
        return folder is null ? null : Path.Combine(folder, Digest.Of(new HelperRequest(request, []).Encode()).Substring(Digest.Prefix.Length) + ".note");
    }

    private static string StateOf(RepositoryRequest request, FoundPolicy policy, RepositoryListing listing)
    {
        var state = new StringBuilder();
        foreach (var type in new[] { typeof(RepositoryNote), typeof(ToolCatalog), typeof(YamlInspectors), typeof(RepositoryFiles) })
        {
            state.Append(type.Module.ModuleVersionId).Append('\n');
        }

        state.Append(BuildDates.Today).Append('\n').Append(request.Root).Append('\n');
        state.Append(policy.Layers.Texts.Count == 0 ? "none" : policy.Layers.Digest).Append('\n');
        state.Append(Digest.Of(string.Join("\n", ProcessVariables.Names().OrderBy(name => name, StringComparer.Ordinal)))).Append('\n');
        state.Append(Digest.Of(string.Join("\n", listing.Files.Select(file => file.Path)))).Append('\n');
        state.Append(Digest.Of(string.Join("\n", listing.Skipped.Select(problem => problem.Location.Path + problem.Message).Concat(listing.TrackedOutput)))).Append('\n');
        return state.ToString();
    }

    // A link keeps its stamp while its target changes.
    private bool IsUnsteady(string path) => new FileInfo(Path.Combine(_root, path)) is { Exists: true } file
        && ((file.Attributes & FileAttributes.ReparsePoint) != 0 || path.IndexOfAny(['\t', '\n']) >= 0);

    private string Stamp(string path) => FileStamp.Of(Path.Combine(_root, path));

    // Repositories that are gone leave their notes behind.
    private static void Forget(string folder)
    {
        try
        {
            foreach (var note in new DirectoryInfo(folder).EnumerateFiles("*.note").Where(note => note.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-DaysToKeep)))
            {
                note.Delete();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another build will.
        }
    }
}
