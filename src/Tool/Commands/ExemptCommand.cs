using System.CommandLine;
using AiToolPolicy.Tool.Exemptions;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>exempt</c>: keeps a repository's exemptions.</summary>
internal static class ExemptCommand
{
    public static Command Create(Surroundings surroundings) => new("exempt", "Keeps the exemptions of a repository: who may use a restricted tool where, why and until when.")
    {
        AddExemption.Create(surroundings),
        ListExemptions.Create(surroundings),
        LintExemptions.Create(surroundings),
        RenewExemptions.Create(surroundings),
        PruneExemptions.Create(surroundings),
    };
}
