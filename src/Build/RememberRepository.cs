using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>Notes that the repository's check has passed, so that later projects of this node need not ask.</summary>
[MSBuildMultiThreadableTask]
public sealed class RememberRepository : GuardedTask
{
    [Required]
    public string Request { get; set; } = "";

    protected override void Run() => RepositoryState.For(BuildEngine4, Request).Pass();
}
