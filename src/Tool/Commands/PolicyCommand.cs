using System.CommandLine;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy …</c>: what a policy says, and what a change of it does.</summary>
internal static class PolicyCommand
{
    public static Command Create(Surroundings surroundings) => new("policy", "What a policy says, of all its layers, and what a change of it does.")
    {
        PolicyShowCommand.Create(surroundings),
        PolicyDiffCommand.Create(surroundings),
    };
}
