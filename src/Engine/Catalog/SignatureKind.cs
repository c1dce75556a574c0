namespace AiToolPolicy.Engine.Catalog;

/// <summary>What a signature is a name of. The words of the catalog format are the kebab-case forms.</summary>
public enum SignatureKind
{
    Nuget,
    Npm,
    Pypi,
    Go,
    Cargo,
    Maven,
    Homebrew,
    Winget,
    Chocolatey,
    Scoop,
    Command,
    VscodeExtension,
    VisualStudioExtension,
    VisualStudioComponent,
    JetbrainsPlugin,
    GithubAction,
    AzureTask,
    DevcontainerFeature,
    DockerImage,
    Path,
    Env,
    Host,
    Model,
    ConfigurationKey,
    EditorSetting,
    Namespace,
    Assembly,
    PackageAuthor,
    MsbuildProperty,
    McpServer,

    /// <summary>Owner and name of a public source repository, as assemblies and packages name it.</summary>
    Repository,
    PublicKeyToken,

    /// <summary>Where an editor keeps extensions, as seen from the home folder; its role is the editor's command.</summary>
    ExtensionFolder,

    /// <summary>Where editors keep plug-ins, each in a folder of its own, as seen from the home folder.</summary>
    PluginFolder,

    /// <summary>The type that a NuGet package says in its manifest that it is of.</summary>
    PackageType,

    /// <summary>A tag of a NuGet package.</summary>
    PackageTag,

    /// <summary>Words of a NuGet package's title, summary or description, in lower case with one blank between them and around them.</summary>
    PackageText,

    /// <summary>What a deployment declares: the type of a resource without its API version, or where a module comes from without its version; after <c>#</c> its kind, where that tells one service from another.</summary>
    ResourceType,
}

/// <summary>How a signature's value is compared with what was found.</summary>
public enum SignatureMatch
{
    Exact,
    Prefix,
    Glob,

    /// <summary>A host and all its sub-domains.</summary>
    Domain,

    /// <summary>A namespace and its children.</summary>
    Namespace,

    /// <summary>One whole word of an id; suspects only.</summary>
    Word,
}

/// <summary>Facts about signature kinds as such.</summary>
public static class SignatureKinds
{
    /// <summary>Paths, variables, namespaces and commands tell upper from lower case; ids and host names do not.</summary>
    public static StringComparison Comparison(SignatureKind kind) => kind switch
    {
        SignatureKind.Path or SignatureKind.Env or SignatureKind.Namespace or SignatureKind.Command or SignatureKind.Go
            or SignatureKind.Cargo or SignatureKind.Maven or SignatureKind.EditorSetting => StringComparison.Ordinal,
        _ => StringComparison.OrdinalIgnoreCase,
    };
}
