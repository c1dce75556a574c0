using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Properties that a file-based app sets at its head: <c>#:property RunAnalyzers=false</c>.</summary>
public sealed class AppDirectiveGuard : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".cs");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        foreach (var directive in AppDirectives.Read(text).Where(d => d.Kind == AppDirective.Property))
        {
            if (GuardedProperties.Weakens(directive.Id, MsBuildProperties.Unescape(directive.Version ?? "")) is { } what)
            {
                context.Add(new Weakening(what, directive.Location));
            }
        }
    }
}
