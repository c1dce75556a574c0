using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Ids and versions out of the ways in which package managers take them on the command line.</summary>
public static class PackageIds
{
    private static readonly char[] PythonOperators = ['=', '<', '>', '!', '~', '[', ';', ' ', '@'];

    private static readonly char[] Address = [':', '/'];

    private static readonly char[] Variable = ['$', '%', '{', '*', '\\', '<'];

    /// <summary>The id and version of one argument; null when it names no package of the registry: a path, a URL, a variable.</summary>
    public static (string Id, string? Version)? Split(SignatureKind kind, string argument)
    {
        if (argument.Length == 0 || argument[0] is '.' or '/' or '~' or '-' || Parts(kind, argument) is not var (id, version) || id.Length == 0 || id.IndexOfAny(Variable) >= 0)
        {
            return null;
        }

        return (id, version is null || version.Length == 0 || version.IndexOfAny(Variable) >= 0 ? null : version);
    }

    private static (string Id, string? Version)? Parts(SignatureKind kind, string argument) => kind switch
    {
        SignatureKind.Npm => Npm(argument),
        SignatureKind.Pypi => Python(argument),
        SignatureKind.DockerImage => (ImageReference.Name(argument), ImageReference.Tag(argument)),
        // A source file of the repository is no module.
        SignatureKind.Go when argument.EndsWithIgnoringCase(".go") => null,
        SignatureKind.Nuget or SignatureKind.Cargo or SignatureKind.VscodeExtension or SignatureKind.Go => argument.Contains("://") ? null : AtVersion(argument),
        SignatureKind.Scoop => argument.Contains("://") ? null : AtVersion(argument.Substring(argument.LastIndexOf('/') + 1)),
        _ => (argument, null),
    };

    // "@scope/name@1.0", "name@latest", "alias@npm:@scope/name@1.0"
    private static (string Id, string? Version)? Npm(string argument)
    {
        var alias = argument.IndexOf("@npm:", StringComparison.Ordinal);
        var spec = alias > 0 ? argument.Substring(alias + "@npm:".Length) : argument.StartsWith("npm:", StringComparison.Ordinal) ? argument.Substring("npm:".Length) : argument;
        return spec.Contains(':') || (spec.Contains('/') && spec[0] != '@') ? null : AtVersion(spec);
    }

    // "name", "name==1.0", "name[extra]>=1", "name@1.0", "name@https://…", "git+https://…" is none.
    private static (string Id, string? Version)? Python(string argument)
    {
        var end = argument.IndexOfAny(PythonOperators);
        if (argument.Contains("://"))
        {
            return end > 0 && argument.IndexOf('@') is > 0 and var at && at < argument.IndexOfAny(Address) ? (argument.Substring(0, end), null) : null;
        }

        if (end < 0)
        {
            return (argument, null);
        }

        var equal = argument.IndexOf("==", StringComparison.Ordinal);
        var version = equal > 0 ? argument.Substring(equal + 2) : argument[end] == '@' ? argument.Substring(end + 1) : null;
        return end == 0 ? null : (argument.Substring(0, end), version?.Split(',', ';')[0].Trim());
    }

    private static (string Id, string? Version) AtVersion(string spec)
    {
        var at = spec.LastIndexOf('@');
        return at > 0 ? (spec.Substring(0, at), spec.Substring(at + 1)) : (spec, null);
    }
}
