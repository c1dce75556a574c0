using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What a node keeps in memory for the time of a build.</summary>
internal static class NodeMemory
{
    private static readonly object Gate = new();

    /// <summary>What is kept under a key, made now if there is nothing; only one of several tasks that run at once makes it.</summary>
    /// <param name="key">Equal for equal things; holds the name of whose it is.</param>
    public static T Of<T>(IBuildEngine4 engine, object key, Func<T> make)
        where T : class
    {
        lock (Gate)
        {
            if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is T known)
            {
                return known;
            }

            var made = make();
            engine.RegisterTaskObject(key, made, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            return made;
        }
    }
}
