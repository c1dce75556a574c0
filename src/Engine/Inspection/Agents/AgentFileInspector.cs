namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Files that an AI tool reads or writes, by their path alone: instructions, rules, settings, commands, state.</summary>
public sealed class AgentFileInspector : IInspector
{
    public bool Reads(InputFile file) => true;

    public void Inspect(InputFile file, InspectionContext context)
    {
        foreach (var signature in context.Catalog.FindPath(file.Path).Where(s => s.Role != "opt-out" && !s.IsKnownByContent))
        {
            context.Add(AgentFiles.EvidenceOf(signature, file));
        }
    }
}
