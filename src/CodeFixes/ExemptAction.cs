using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace AiToolPolicy.CodeFixes;

/// <summary>Writes the file of exemptions: as a file of the solution, or where it is none yet, on the disk. Added to the solution it would be entered in a project file.</summary>
internal sealed class ExemptAction(string title, ExemptionFile file, string text) : CodeAction
{
    public override string Title => title;

    public override string EquivalenceKey => "AiToolPolicy.Exempt";

    protected override Task<IEnumerable<CodeActionOperation>> ComputeOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([file.Document is null ? new WriteFile(file, text) : new ApplyChangesOperation(file.Changed(text))]);

    // A preview writes nothing.
    protected override Task<IEnumerable<CodeActionOperation>> ComputePreviewOperationsAsync(CancellationToken cancellationToken) =>
        file.Document is null ? Task.FromResult<IEnumerable<CodeActionOperation>>([]) : ComputeOperationsAsync(cancellationToken);

    private sealed class WriteFile(ExemptionFile file, string text) : CodeActionOperation
    {
        public override string Title => $"Write {file.Path}";

        public override void Apply(Workspace workspace, CancellationToken cancellationToken) => file.Write(text);
    }
}
