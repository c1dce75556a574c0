using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Turns one kind of input into evidence. Knows the catalog, and nothing of policies, severities, hosts or other inspectors.</summary>
public interface IInspector
{
    /// <summary>Whether this inspector wants to see the file, by its path alone.</summary>
    bool Reads(InputFile file);

    void Inspect(InputFile file, InspectionContext context);
}

/// <summary>An input that could not be inspected, in whole or from some place on.</summary>
public sealed record InspectionProblem(string Message, Location Location);
