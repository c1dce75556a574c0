using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Whether this node knows that the repository has passed. Until it does, each of its projects asks again: the scheduler answers from its
/// results, and a repository that failed stops every project before it compiles.
/// </summary>
internal sealed class RepositoryState
{
    private volatile bool _passed;

    public bool Passed => _passed;

    public void Pass() => _passed = true;

    /// <summary>The state of that request in this node and this build.</summary>
    public static RepositoryState For(IBuildEngine4 engine, string encodedRequest) =>
        NodeMemory.Of(engine, (typeof(RepositoryState).FullName, encodedRequest), () => new RepositoryState());
}
