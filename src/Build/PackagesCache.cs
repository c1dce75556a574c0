using System.Text;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Build;

/// <summary>
/// Remembers between builds that the assemblies of a project's packages have nothing to report, as long as NuGet resolves the same, the catalog
/// and the policy are the same: the folder of a package never changes. So a build in which nothing changed reads none of them.
/// </summary>
/// <param name="path">The file in the intermediate folder, absolute; empty for none.</param>
/// <param name="policyDigest">Of a policy that defines tools of its own; else empty.</param>
internal sealed class PackagesCache(string? path, string? assetsFile, string policyDigest)
{
    private readonly string _state = string.Join(" ", Module<ToolCatalog>(), Module<AssemblySign>(), FileStamp.Of(assetsFile), policyDigest);

    public bool IsQuiet
    {
        get
        {
            try
            {
                return !string.IsNullOrEmpty(path) && File.Exists(path) && File.ReadAllText(path) == _state;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    public void Remember()
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
            File.WriteAllText(unfinished, _state, new UTF8Encoding(false));
            File.Delete(path);
            File.Move(unfinished, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next build will look again.
        }
    }

    private static string Module<T>() => typeof(T).Module.ModuleVersionId.ToString("N");

}
