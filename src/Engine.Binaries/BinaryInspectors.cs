using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>The inspectors of this room; hosts hand them to the check beside the engine's own.</summary>
public static class BinaryInspectors
{
    public static IReadOnlyList<IInspector> All { get; } =
    [
        new AssemblyInspector(),
    ];
}
