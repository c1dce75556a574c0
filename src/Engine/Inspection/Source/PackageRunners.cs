using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>Commands that run or install a package, and which package they are told to.</summary>
internal static class PackageRunners
{
    private static readonly (string Command, SignatureKind Kind)[] Known =
    [
        ("npx", SignatureKind.Npm), ("pnpx", SignatureKind.Npm), ("bunx", SignatureKind.Npm),
        ("npm exec", SignatureKind.Npm), ("npm x", SignatureKind.Npm), ("npm install", SignatureKind.Npm), ("npm i", SignatureKind.Npm), ("npm add", SignatureKind.Npm),
        ("pnpm dlx", SignatureKind.Npm), ("pnpm add", SignatureKind.Npm), ("pnpm install", SignatureKind.Npm), ("pnpm exec", SignatureKind.Npm),
        ("yarn dlx", SignatureKind.Npm), ("yarn add", SignatureKind.Npm), ("bun x", SignatureKind.Npm), ("bun add", SignatureKind.Npm), ("bun install", SignatureKind.Npm),
        ("uvx", SignatureKind.Pypi), ("uv tool run", SignatureKind.Pypi), ("uv tool install", SignatureKind.Pypi), ("uv pip install", SignatureKind.Pypi), ("uv add", SignatureKind.Pypi),
        ("pipx run", SignatureKind.Pypi), ("pipx install", SignatureKind.Pypi), ("pip install", SignatureKind.Pypi), ("pip3 install", SignatureKind.Pypi),
        ("python -m pip install", SignatureKind.Pypi), ("python3 -m pip install", SignatureKind.Pypi),
        ("dotnet tool run", SignatureKind.Command), ("dotnet tool exec", SignatureKind.Nuget), ("dotnet tool install", SignatureKind.Nuget),
        ("dotnet add package", SignatureKind.Nuget), ("dotnet package add", SignatureKind.Nuget), ("dotnet new install", SignatureKind.Nuget), ("dnx", SignatureKind.Nuget),
        ("brew install", SignatureKind.Homebrew), ("winget install", SignatureKind.Winget),
    ];

    private static readonly string[] OptionsWithValue = ["--package", "-p", "--version", "--source", "--add-source", "--tool-path", "--prefix", "--registry", "--from", "--id"];

    /// <returns>Null when the words run no package.</returns>
    public static (SignatureKind Kind, PackageSpec Spec)? Find(IReadOnlyList<string> words)
    {
        foreach (var (command, kind) in Known)
        {
            var parts = command.Split(' ');
            if (words.Count > parts.Length && parts.SequenceEqual(words.Take(parts.Length), StringComparer.OrdinalIgnoreCase))
            {
                return Package([.. words.Skip(parts.Length)]) is { } name ? (kind, Spec(kind, name)) : null;
            }
        }

        return null;
    }

    // npx -y -p PACKAGE COMMAND names the package in an option; elsewhere it is the first word that is none.
    private static string? Package(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word is "-p" or "--package" or "--from" or "--id" && at + 1 < words.Count)
            {
                return words[at + 1];
            }

            if (word.StartsWith("--package=", StringComparison.Ordinal))
            {
                return word.Substring("--package=".Length);
            }

            if (!word.StartsWith("-", StringComparison.Ordinal))
            {
                return word;
            }

            at += OptionsWithValue.Contains(word, StringComparer.Ordinal) ? 1 : 0;
        }

        return null;
    }

    private static PackageSpec Spec(SignatureKind kind, string text) => kind switch
    {
        SignatureKind.Npm => PackageSpec.Npm(text),
        SignatureKind.Pypi => PackageSpec.Pypi(text),
        SignatureKind.Nuget => PackageSpec.NuGet(text),
        _ => new PackageSpec(text, null),
    };
}
