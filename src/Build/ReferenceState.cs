using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Build;

/// <summary>
/// Everything that the check of a project's references depends on, as one text: what they were resolved to, what NuGet has resolved, and the
/// policy. The assemblies of packages never change; those that lie elsewhere count by <see cref="FileStamp"/>, behind the rest.
/// </summary>
/// <param name="references">Paths of all references, separated by semicolons.</param>
/// <param name="assetsFile">Absolute.</param>
/// <param name="policy">The digest of the policy, or what stands for none.</param>
internal sealed class ReferenceState(string references, string? assetsFile, string policy)
{
    private readonly string _text = string.Join("\n",
    [
        typeof(ReferenceState).Module.ModuleVersionId.ToString(),
        typeof(ToolCatalog).Module.ModuleVersionId.ToString(),
        typeof(AssemblySign).Module.ModuleVersionId.ToString(),
        policy,
        FileStamp.Of(assetsFile),
        Digest.Of(references),
    ]);

    /// <summary>The note of references in which nothing was found.</summary>
    /// <param name="loose">Paths of those that stand in no package, absolute.</param>
    public string Note(IEnumerable<string> loose) => string.Join("\n", loose.Select(path => $"{FileStamp.Of(path)} {path}").Prepend(_text));

    /// <summary>Whether a note still says what there is to say.</summary>
    public bool Matches(string note)
    {
        if (!note.StartsWith(_text, StringComparison.Ordinal) || (note.Length > _text.Length && note[_text.Length] != '\n'))
        {
            return false;
        }

        foreach (var line in note.Substring(_text.Length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var blank = line.IndexOf(' ');
            if (FileStamp.Of(line.Substring(blank + 1)) != line.Substring(0, blank))
            {
                return false;
            }
        }

        return true;
    }
}
