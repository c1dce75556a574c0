using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Engine.Binaries.Tests;

/// <summary>Assemblies that are compiled here, as their makers would.</summary>
internal static class Library
{
    private static readonly MetadataReference Platform = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    /// <summary>So many public types in a namespace.</summary>
    public static string Types(string space, int count) =>
        $"namespace {space} {{ {string.Concat(Enumerable.Range(0, count).Select(i => $"public class Type{i} {{ class Nested {{ }} }} "))}}}";

    public static string Attribute(string name, params string[] arguments) =>
        $"[assembly: System.Reflection.Assembly{name}({string.Join(", ", arguments.Select(a => $"\"{a}\""))})]\n";

    public static byte[] Compile(string name, string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, bool isSigned = false, params ResourceDescription[] resources)
    {
        var options = new CSharpCompilationOptions(kind, deterministic: true);
        var signed = isSigned ? options.WithPublicSign(true).WithCryptoPublicKey(ImmutableArray.Create(Key)) : options;
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], [Platform], signed);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, manifestResources: resources);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return stream.ToArray();
    }

    // Whoever has a library has its public key, and may sign with it in public.
    private static byte[] Key { get; } = typeof(object).Assembly.GetName().GetPublicKey()!;
}
