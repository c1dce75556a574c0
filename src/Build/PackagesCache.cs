using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Build;

/// <summary>
/// Remembers between builds what was found out about a project's packages, as long as NuGet resolves the same, and the catalog and the policy are
/// the same: that their assemblies have nothing to report, and which of them say that they are AI tools. The folder of a package never changes, so
/// a build in which nothing changed reads none of them.
/// </summary>
/// <param name="path">The file in the intermediate folder, absolute; empty for none.</param>
/// <param name="policyDigest">Null without a policy.</param>
internal sealed class PackagesCache(string? path, string? assetsFile, string? policyDigest)
{
    private readonly BuildNote _note = new(path);
    private readonly string _state = string.Join(" ", Module<ToolCatalog>(), Module<AssemblySign>(), FileStamp.Of(assetsFile), policyDigest ?? "-");

    /// <summary>The packages that say that they are AI tools; null where nothing is remembered and the packages are to be looked at.</summary>
    public IReadOnlyList<PackageClaim>? Read()
    {
        try
        {
            var lines = (_note.Read() ?? "").Split('\n');
            return lines[0] == _state ? [.. lines.Skip(1).Select(Claim)] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public void Remember(IReadOnlyList<PackageClaim> claims) => _note.Write(string.Join("\n", [_state, .. claims.Select(Line)]));

    private static string Line(PackageClaim claim) => string.Join("\t", claim.Package, Words<SignatureKind>.Of(claim.Kind), claim.Value);

    private static PackageClaim Claim(string line) => line.Split('\t') is [var package, var word, var value] && Words<SignatureKind>.TryParse(word, out var kind)
        ? new PackageClaim(package, kind, value)
        : throw new FormatException();

    private static string Module<T>() => typeof(T).Module.ModuleVersionId.ToString("N");
}
