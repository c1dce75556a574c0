using System.Runtime.CompilerServices;

namespace AiToolPolicy.Engine.Text;

/// <summary>For the few methods that every file of a compilation runs through thousands of times.</summary>
public static class HotPath
{
    /// <summary>
    /// <c>AggressiveOptimization</c>, for which netstandard2.0 has no name. A compiler process is over before the runtime has found out what is
    /// worth optimizing; a runtime that does not know the flag passes over it.
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
