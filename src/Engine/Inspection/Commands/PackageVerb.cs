using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>A way to run or install packages from the command line.</summary>
/// <param name="Words">The command and its sub-commands: "npm install".</param>
/// <param name="TakesMany">Whether every further argument is a package, or only the first one.</param>
internal sealed record PackageVerb(string Words, SignatureKind Kind, bool TakesMany)
{
    private static readonly string[] NodeValues = ["-c", "--call", "-w", "--workspace", "--registry", "--prefix", "-C", "--dir", "--filter", "--cwd", "--tag", "--cache"];

    private static readonly string[] PythonValues =
    [
        "--with", "--with-editable", "--with-requirements", "--python", "-p", "--index-url", "-i", "--extra-index-url", "--index", "--default-index", "--find-links", "-f",
        "-r", "--requirement", "-c", "--constraint", "-t", "--target", "--prefix", "--root", "--python-version", "--group", "-n", "--name", "--channel", "--pip-args",
    ];

    /// <summary>Options whose value is not a package.</summary>
    public IReadOnlyList<string> ValueOptions { get; init; } = [];

    /// <summary>Whether a container engine is asked, most of whose options take a value; of others only <see cref="ValueOptions"/> do.</summary>
    public bool AsksContainerEngine { get; init; }

    /// <summary>Options whose value is the package; what stands bare is then something else.</summary>
    public IReadOnlyList<string> PackageOptions { get; init; } = [];

    public IReadOnlyList<string> VersionOptions { get; init; } = [];

    public string Command => Path[0];

    public IReadOnlyList<string> Path { get; } = Words.Split(' ');

    public static IReadOnlyList<PackageVerb> All { get; } =
    [
        .. Node(takesMany: false, "npx", "bunx", "pnpx", "npm exec", "npm x", "pnpm dlx", "yarn dlx", "bun x", "deno run"),
        .. Node(takesMany: true, "npm install", "npm i", "npm add", "pnpm add", "pnpm install", "pnpm i", "yarn add", "yarn global add", "bun add", "bun install", "bun i", "deno install"),
        .. Python(takesMany: false, "uvx", "uv tool run", "pipx run"),
        .. Python(takesMany: true, "pip install", "pipx install", "pipx inject", "uv pip install", "uv add", "poetry add", "pdm add", "rye add", "conda install", "mamba install", "micromamba install", "pixi add"),
        .. Python(takesMany: false, "uv tool install", "rye install"),
        new("brew install", SignatureKind.Homebrew, true),
        new("brew reinstall", SignatureKind.Homebrew, true),
        .. new[] { "winget install", "winget add", "winget upgrade" }.Select(words => new PackageVerb(words, SignatureKind.Winget, false)
        {
            PackageOptions = ["--id"],
            VersionOptions = ["--version", "-v"],
            ValueOptions = ["-s", "--source", "--scope", "-a", "--architecture", "-l", "--location", "--override", "--custom", "--locale", "-m", "--manifest"],
        }),
        .. new[] { "choco install", "choco upgrade", "cinst" }.Select(words => new PackageVerb(words, SignatureKind.Chocolatey, true)
        {
            VersionOptions = ["--version"],
            ValueOptions = ["-s", "--source", "--ia", "--installargs", "--install-arguments", "--params", "--package-parameters", "-u", "--user", "-p", "--password", "--execution-timeout", "-c", "--cache"],
        }),
        new("scoop install", SignatureKind.Scoop, true) { ValueOptions = ["-a", "--arch"] },
        .. new[] { "go install", "go get" }.Select(words => new PackageVerb(words, SignatureKind.Go, true) { ValueOptions = ["-tags", "-ldflags", "-gcflags", "-mod", "-o"] }),
        new("go run", SignatureKind.Go, false) { ValueOptions = ["-tags", "-ldflags", "-gcflags", "-mod"] },
        .. new[] { "cargo install", "cargo binstall", "cargo add" }.Select(words => new PackageVerb(words, SignatureKind.Cargo, true)
        {
            VersionOptions = ["--version", "--vers"],
            ValueOptions = ["--git", "--branch", "--tag", "--rev", "--path", "--root", "--bin", "--features", "-F", "--target", "--profile", "-j", "--jobs", "--registry", "--index"],
        }),
        .. new[] { "dotnet tool install", "dotnet tool update", "dotnet tool exec", "dnx", "dotnet dnx", "dotnet package add", "dotnet new install" }.Select(words => new PackageVerb(words, SignatureKind.Nuget, false)
        {
            VersionOptions = ["--version", "-v"],
            ValueOptions = ["--tool-path", "--tool-manifest", "--add-source", "--source", "-s", "--framework", "-f", "--configfile", "--project", "--file", "--arch", "-a", "--verbosity"],
        }),
        new("dotnet tool run", SignatureKind.Command, false),
        .. new[] { "docker", "podman", "nerdctl" }.SelectMany(engine => new[] { "run", "create", "pull", "image pull", "container run" }, (engine, verb) =>
            new PackageVerb($"{engine} {verb}", SignatureKind.DockerImage, false) { AsksContainerEngine = true }),
    ];

    public bool TakesValue(string option) => AsksContainerEngine ? ContainerEngine.TakesValue(option) : ValueOptions.Contains(option);

    private static IEnumerable<PackageVerb> Node(bool takesMany, params string[] words) =>
        words.Select(w => new PackageVerb(w, SignatureKind.Npm, takesMany)
        {
            ValueOptions = NodeValues,
            PackageOptions = takesMany ? [] : ["-p", "--package"],
        });

    private static IEnumerable<PackageVerb> Python(bool takesMany, params string[] words) =>
        words.Select(w => new PackageVerb(w, SignatureKind.Pypi, takesMany)
        {
            ValueOptions = PythonValues,
            PackageOptions = takesMany ? [] : ["--from", "--spec"],
        });
}
