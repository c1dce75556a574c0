using System.CommandLine;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy …</c>: what a policy says, what a change of it does, and which versions of policy packages hold.</summary>
internal static class PolicyCommand
{
    public static Command Create(Surroundings surroundings) => new("policy", "Shows, compares and updates policies, with all their layers.")
    {
        PolicyShowCommand.Create(surroundings),
        PolicyDiffCommand.Create(surroundings),
        PolicyUpdateCommand.Create(surroundings),
    };
}
