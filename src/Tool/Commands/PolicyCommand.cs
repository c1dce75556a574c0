using System.CommandLine;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy</c>: what is done with policies as such.</summary>
internal static class PolicyCommand
{
    public static Command Create(Surroundings surroundings) => new("policy", "Shows, compares and updates policies.")
    {
        PolicyUpdateCommand.Create(surroundings),
    };
}
