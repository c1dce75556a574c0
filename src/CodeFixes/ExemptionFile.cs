using System.Text;
using AiToolPolicy.Analyzers;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.CodeFixes;

/// <summary>The file of exemptions beside a project's policy. It is a file of the solution when it was there before the solution was loaded.</summary>
internal sealed class ExemptionFile(Solution solution, string path)
{
    public string Path => path;

    /// <summary>Null while no build has told of it.</summary>
    public TextDocument? Document { get; } = AdditionalDocuments.At(solution, path);

    /// <returns>Null without a policy.</returns>
    public static ExemptionFile? Of(Project project)
    {
        var policy = PolicyInput.In(project.AnalyzerOptions);
        return policy is null ? null : new ExemptionFile(project.Solution, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(policy.Path)!, ExemptionSkeleton.FileName));
    }

    /// <summary>Its text; empty where there is no such file.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        if (Document is not null)
        {
            return (await Document.GetTextAsync(cancellation).ConfigureAwait(false)).ToString();
        }

        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    /// <summary>The text with one more record; null where it has that record already or cannot take one.</summary>
    public static string? With(string text, ExemptionDraft draft)
    {
        var edit = ExemptionSkeleton.AddTo(new SourceFile(ExemptionSkeleton.FileName, text), draft);
        return edit.Refusal is null ? TextEdit.Apply(text, edit.Edits) : null;
    }

    public void Write(string text) => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public Solution Changed(string text) => AdditionalDocuments.With(solution, Document!, text);
}
