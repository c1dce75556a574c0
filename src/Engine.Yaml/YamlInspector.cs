using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>An inspector of YAML files. Of a malformed file it sees what stands before the mistake, which becomes a problem.</summary>
public abstract class YamlInspector : IInspector
{
    public abstract bool Reads(InputFile file);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text || Prepare(text) is not { } prepared)
        {
            return;
        }

        var tree = YamlTree.Read(prepared);
        foreach (var document in tree.Documents)
        {
            Inspect(document, context);
        }

        if (tree.Problem is { } problem && !IsComputed(text))
        {
            context.AddProblem(problem.Message, problem.Location);
        }
    }

    protected abstract void Inspect(YamlNode document, InspectionContext context);

    /// <summary>Whether the text becomes YAML only when a program fills it in: then it is no mistake where it is none yet.</summary>
    protected virtual bool IsComputed(SourceFile text) => false;

    /// <summary>The text to read, of the same length and lines; null when the file turns out to be none of this inspector's.</summary>
    protected virtual SourceFile? Prepare(SourceFile text) => text;
}
