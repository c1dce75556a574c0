using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Machine;

/// <summary>
/// Which agent runs a process, told from the names of the environment variables that agents set in the processes they start. Variables that an
/// editor sets in every terminal, and those that configure a tool, are no proof of an agent at work.
/// </summary>
public static class AgentSessions
{
    /// <summary>The place of what stands in no file: the repository itself.</summary>
    internal static readonly Location Nowhere = Location.StartOf(".");

    /// <summary>One evidence for each agent; for a variable that several agents set only where none of them is told by another.</summary>
    /// <param name="variables">Names alone, of the variables that are set and not empty.</param>
    public static IReadOnlyList<Evidence> Find(ToolCatalog catalog, IEnumerable<string> variables)
    {
        var signs = variables.OrderBy(name => name, StringComparer.Ordinal)
            .SelectMany(name => catalog.Find(SignatureKind.Env, name).Where(signature => signature.IsAgentSession).Select(signature => (Name: name, Signature: signature)))
            .GroupBy(sign => sign.Signature.Tool?.Id)
            .Where(tool => tool.Any(sign => !sign.Signature.NeedsSecondSign))
            .ToList();
        var told = signs.FindAll(tool => tool.Key is not null);
        return [.. (told.Count > 0 ? told : signs).Select(Seen)];
    }

    private static Evidence Seen(IEnumerable<(string Name, Signature Signature)> signs)
    {
        var all = signs.ToList();
        var best = all.Where(sign => !sign.Signature.NeedsSecondSign).OrderByDescending(sign => sign.Signature.Confidence).First();
        var names = string.Join(", ", all.Select(sign => $"'{PlainText.Safe(sign.Name)}'").Distinct());
        var what = $"Agent session, by the environment {(all.Count == 1 ? "variable" : "variables")} {names}";
        return new Evidence(best.Signature, Surface.Runtime, Strength.Installed, what, best.Name, Nowhere);
    }
}
