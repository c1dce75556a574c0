using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>
/// Suppressions of the check's rules for a whole assembly: <c>[assembly: SuppressMessage("…", "AITP1009")]</c> without a target. One that names
/// a member speaks of a finding, which the build judges.
/// </summary>
public sealed class SuppressionGuard : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".cs") || file.Name.EndsWithIgnoringCase(".vb");

    public void Inspect(InputFile file, InspectionContext context)
    {
        // What cannot be read is told of by those who look for tools in it.
        if (file.Read().Text is not { } text)
        {
            return;
        }

        foreach (var weakening in Read(new SourceFile(file.Path, text)))
        {
            context.Add(weakening);
        }
    }

    /// <summary>What a source file suppresses for its whole assembly.</summary>
    public static IEnumerable<Weakening> Read(SourceFile source) => MessageSuppressions.In(source.Text, source.Path.EndsWithIgnoringCase(".vb"))
        .Where(attribute => attribute.IsForAssembly && !attribute.HasTarget)
        .Select(attribute => new Weakening(
            $"{PlainText.Safe(attribute.Id)} is suppressed for the whole assembly, whatever it finds there",
            source.At(attribute.IdOffset, attribute.Id.Length)));
}
