using System.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Package registries take several spellings for the same package; this is the one place that knows which.</summary>
public static class PackageNames
{
    private static readonly string[] OfficialTaps = ["homebrew/core/", "homebrew/cask/"];

    /// <summary>
    /// The one spelling that all spellings of a package have in common: PyPI names in lower case with a hyphen for every run of <c>-</c>,
    /// <c>_</c> and <c>.</c> (PEP 503); crates with <c>-</c> for <c>_</c>; Go modules without their major version; formulas without an official tap.
    /// </summary>
    public static string Canonical(SignatureKind kind, string name) => kind switch
    {
        SignatureKind.Pypi => Pypi(name),
        SignatureKind.Cargo => name.Replace('_', '-'),
        SignatureKind.Go => WithoutMajorVersion(name),
        SignatureKind.Homebrew => Array.Find(OfficialTaps, tap => name.StartsWith(tap, StringComparison.OrdinalIgnoreCase)) is { } tap ? name.Substring(tap.Length) : name,
        _ => name,
    };

    private static string Pypi(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.'))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length == 0 || result[result.Length - 1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString();
    }

    // From major version 2 on the version is a part of the path: example.org/module/v2.
    private static string WithoutMajorVersion(string name)
    {
        var slash = name.LastIndexOf('/');
        return slash > 0 && slash + 2 < name.Length && name[slash + 1] == 'v' && name.Skip(slash + 2).All(c => c is >= '0' and <= '9')
            ? name.Substring(0, slash)
            : name;
    }
}
