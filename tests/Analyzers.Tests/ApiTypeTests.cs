using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>What an assembly lets others name, read from its tables, beside what the compiler's own symbols say.</summary>
public sealed class ApiTypeTests
{
    [Theory]
    [InlineData(typeof(object), false)]
    [InlineData(typeof(System.Text.Json.JsonSerializer), false)]
    [InlineData(typeof(Compilation), false)]
    [InlineData(typeof(ApiType), true)]
    [InlineData(typeof(FactAttribute), true)]
    public void Tables_sayOfTypesWhatSymbolsSay(Type inside, bool seesInternals)
    {
        var (tables, symbols) = Read(inside, seesInternals);

        Assert.Equal(Types(symbols), Types(tables));
    }

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(System.Text.Json.JsonSerializer))]
    [InlineData(typeof(Compilation))]
    public void Tables_nameTheVisibleMembersAndNoOthers(Type inside)
    {
        var reference = MetadataReference.CreateFromFile(inside.Assembly.Location);
        var assembly = AssemblyOf(reference);
        var tables = ApiType.In(reference, assembly, seesInternals: false).Where(type => !type.IsNested).ToLookup(type => FullName(type.Namespace, type.Name));
        foreach (var type in tables.Where(same => same.Count() == 1).Select(same => same.Single()))
        {
            if (assembly.GetTypeByMetadataName(FullName(type.Namespace, type.Name)) is { } symbol)
            {
                var named = type.Members().ToHashSet();
                Assert.Equal([], symbol.GetMembers().Where(IsVisible).Select(member => member.Name).Where(SyntaxFacts.IsValidIdentifier).Except(named));
                Assert.Equal([], named.Where(SyntaxFacts.IsValidIdentifier).Where(name => symbol.GetMembers(name) is { Length: > 0 } members && !members.Any(IsVisible)));
            }
        }
    }

    private static string FullName(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private static bool IsVisible(ISymbol member) =>
        member is not INamedTypeSymbol && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static (IReadOnlyList<ApiType> Tables, IReadOnlyList<ApiType> Symbols) Read(Type inside, bool seesInternals)
    {
        var reference = MetadataReference.CreateFromFile(inside.Assembly.Location);
        return (MetadataTypes.In(reference, seesInternals)!, SymbolTypes.In(AssemblyOf(reference), seesInternals));
    }

    private static IAssemblySymbol AssemblyOf(MetadataReference reference) =>
        (IAssemblySymbol)CSharpCompilation.Create("names", references: [reference]).GetAssemblyOrModuleSymbol(reference)!;

    private static IEnumerable<string> Types(IEnumerable<ApiType> types) =>
        types.Select(type => $"{type.Namespace}|{type.Name}|{type.IsNested}|{type.IsInherited}").Order(StringComparer.Ordinal);
}
