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
    public static RepositoryState For(IBuildEngine4 engine, string encodedRequest)
    {
        var key = (typeof(RepositoryState).FullName, encodedRequest);

        // Nodes may run several tasks at once: only one of them may register.
        lock (typeof(RepositoryState))
        {
            if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is RepositoryState known)
            {
                return known;
            }

            var state = new RepositoryState();
            engine.RegisterTaskObject(key, state, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            return state;
        }
    }
}
