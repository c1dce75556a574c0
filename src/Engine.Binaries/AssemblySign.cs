using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>A tool's sign in the metadata of an assembly.</summary>
/// <param name="Phrase">How the sign shows itself, to follow the file's name: <c>which is 'X' by its title</c>.</param>
/// <param name="Matched">What the sign was recognised by.</param>
/// <param name="Name">The assembly's own name, or what it holds of the tool.</param>
/// <param name="Version">Of the tool, where the assembly is the tool's; null where it only holds it.</param>
public sealed record AssemblySign(Signature Signature, Strength Strength, string Phrase, string Matched, string Name, string? Version)
{
    /// <param name="file">The file's name, without folders.</param>
    public Evidence Evidence(string file, Location location) =>
        new(Signature, Surface.Assembly, Strength, $"Assembly '{PlainText.Safe(file)}'", Name, location)
        {
            Version = Version,
            IsResolved = true,
            Origin = IsNameOf(file) ? null : Phrase,
        };

    private bool IsNameOf(string file) => Signature.Kind == SignatureKind.Assembly && file.StartsWith(Matched + ".", StringComparison.OrdinalIgnoreCase);
}
