using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>How a symbol is called in a message.</summary>
internal static class SymbolNaming
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The full name, of a constructor that of its type, without a character that hides.</summary>
    public static string Of(ISymbol symbol) => PlainText.Safe(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)
        : (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition.ToDisplayString(Format));
}
