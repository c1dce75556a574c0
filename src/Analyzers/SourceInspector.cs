using AiToolPolicy.Engine.Inspection.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Analyzers;

/// <summary>Looks through one source file after the other.</summary>
internal sealed class SourceInspector(AnalyzerPolicy policy, RestrictedSymbols symbols, FileNames names, FileReport report, SyntaxKinds kinds)
{
    private readonly LiteralReader _literals = new(policy.Catalog);
    private readonly StartedCommands _commands = new(policy.Catalog);

    // What a first look at a file is for, in the wider of the two ways to compare.
    private readonly WordSet _words = new([.. StartUses.Names.All, .. symbols.Leading.All, .. symbols.Inheritable.All], isCaseSensitive: false);

    public void Inspect(SemanticModelAnalysisContext context)
    {
        foreach (var diagnostic in Diagnostics(context.SemanticModel, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private IEnumerable<Diagnostic> Diagnostics(SemanticModel model, CancellationToken cancellation)
    {
        var uses = new List<SourceUse>();
        var look = new FirstLook(_literals, symbols);
        var literals = new LiteralUses(_literals, kinds, model, cancellation);
        var starts = new StartUses(policy.Catalog, _commands, model, cancellation);
        var tokens = new FileTokens(model.SyntaxTree, kinds, cancellation);
        tokens.Visit(_words, look, token =>
        {
            if (kinds.IsString(token))
            {
                literals.Collect(token, uses);
                if (kinds.IsLibrary(token))
                {
                    starts.CollectLibrary(token, uses);
                }
            }
            else if (kinds.IsIdentifier(token))
            {
                var name = token.ValueText;
                if (look.IsWordWanted(name, 0, name.Length))
                {
                    starts.Collect(token, uses);
                }
            }
        });

        // Few files name anything restricted: only in those are names looked at.
        var areInScope = symbols.AreInScope(look.Leading);
        if (areInScope || look.MayInherit)
        {
            var types = names.Types(model, tokens, look.Leading, cancellation);
            uses.AddRange(types.Count > 0 ? names.AllUses(model, tokens, types, cancellation) : []);
        }

        return uses.Count == 0 ? [] : report.Diagnostics(uses);
    }
}
