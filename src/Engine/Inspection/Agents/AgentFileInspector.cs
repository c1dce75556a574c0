namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Files that an AI tool reads or writes, by their path: instructions, rules, settings, commands, state. Of Markdown at a place that says too little, the front matter is the second sign.</summary>
public sealed class AgentFileInspector : IInspector
{
    /// <summary>Any file but one that only keeps an empty folder in a repository.</summary>
    public bool Reads(InputFile file) => file.Name is not (".gitkeep" or ".keep");

    public void Inspect(InputFile file, InspectionContext context)
    {
        foreach (var signature in context.Catalog.FindPath(file.Path).Where(s => s.Role != "opt-out" && !s.IsKnownByContent))
        {
            var isCertain = signature.NeedsSecondSign && RuleFileSigns.IsForAgents(file);
            context.Add(AgentFiles.EvidenceOf(isCertain ? signature with { NeedsSecondSign = false } : signature, file));
        }
    }
}
