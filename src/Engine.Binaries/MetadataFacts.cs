using System.Reflection.Metadata;
using System.Security.Cryptography;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>The facts that a module's metadata tables hold.</summary>
internal sealed class MetadataFacts(MetadataReader metadata)
{
    private const string Prefix = "costura.";

    private static readonly string[] Endings = [".compressed", ".dll", ".exe"];

    public AssemblyFacts Read()
    {
        var attributes = AssemblyAttributes.Read(metadata);
        var (name, version, token) = metadata.IsAssembly ? Identity(metadata.GetAssemblyDefinition()) : default;
        return new AssemblyFacts(
            name,
            attributes.InformationalVersion is { Length: > 0 } text ? text.Split('+')[0] : version,
            token,
            attributes.Company,
            attributes.Product,
            attributes.Title,
            attributes.RepositoryUrl,
            Namespaces(),
            [.. Embedded().Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private (string Name, string Version, string? Token) Identity(AssemblyDefinition assembly) =>
        (metadata.GetString(assembly.Name), assembly.Version.ToString(), assembly.PublicKey.IsNil ? null : Token(metadata.GetBlobBytes(assembly.PublicKey)));

    // ECMA-335, II.6.3: the last eight bytes of the key's SHA-1, in reverse. A name, not a protection.
    private static string Token(byte[] key)
    {
#pragma warning disable CA5350 // The format says so.
        using var sha = SHA1.Create();
#pragma warning restore CA5350
        return string.Concat(Enumerable.Reverse(sha.ComputeHash(key)).Take(8).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    // The string heap holds a namespace once, so most types are counted by a handle and not by a text.
    private Dictionary<string, int> Namespaces()
    {
        var counts = new Dictionary<StringHandle, int>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var space = metadata.GetTypeDefinition(handle).Namespace;
            if (!space.IsNil)
            {
                counts[space] = counts.TryGetValue(space, out var count) ? count + 1 : 1;
            }
        }

        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in counts)
        {
            var name = metadata.GetString(entry.Key);
            result[name] = result.TryGetValue(name, out var count) ? count + entry.Value : entry.Value;
        }

        return result;
    }

    private IEnumerable<string> Embedded() => metadata.ManifestResources
        .Select(handle => metadata.GetManifestResource(handle))
        .Where(resource => resource.Implementation.IsNil)
        .Select(resource => metadata.GetString(resource.Name))
        .Select(AssemblyName)
        .OfType<string>();

    // costura.anthropic.dll.compressed, Anthropic.dll
    private static string? AssemblyName(string resource)
    {
        var name = resource;
        foreach (var ending in Endings)
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ending.Length) : name;
        }

        var isLibrary = name.Length < resource.Length && resource.IndexOf(".dll", StringComparison.OrdinalIgnoreCase) >= 0;
        return !isLibrary ? null : name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name.Substring(Prefix.Length) : name;
    }
}
