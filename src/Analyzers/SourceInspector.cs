using AiToolPolicy.Engine.Inspection.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Analyzers;

/// <summary>Looks through one source file after the other, once over its tokens.</summary>
internal sealed class SourceInspector(AnalyzerPolicy policy, RestrictedSymbols symbols, FileReport report, SyntaxKinds kinds)
{
    private readonly LiteralReader _literals = new(policy.Catalog);
    private readonly StartedCommands _commands = new(policy.Catalog);

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
        var names = new LeadingNames(symbols);
        var literals = new LiteralUses(_literals, kinds, model, cancellation);
        var starts = new StartUses(policy.Catalog, _commands, model, cancellation);
        var root = model.SyntaxTree.GetRoot(cancellation);
        TokenWalk.Over(root, token =>
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
                names.Add(token, name);
                if (StartUses.MayStart(name))
                {
                    starts.Collect(token, uses);
                }
            }
        });

        // Few files name anything restricted: only of those is every name looked at.
        if (names.AreInScope)
        {
            new SymbolUses(symbols, kinds, model, cancellation).Collect(names.All(root, kinds), uses);
        }

        return uses.Count == 0 ? [] : report.Diagnostics(uses);
    }
}
