using System.Runtime.CompilerServices;

namespace AiToolPolicy.Analyzers;

/// <summary>For the few methods that every file runs through thousands of times.</summary>
internal static class HotPath
{
    /// <summary>
    /// <c>AggressiveOptimization</c>, for which netstandard2.0 has no name. A compiler process is over before the runtime has found out what is
    /// worth optimizing; a runtime that does not know the flag passes over it.
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
