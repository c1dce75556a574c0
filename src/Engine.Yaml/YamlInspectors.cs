using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>The inspectors of this room, one line each; hosts hand them to the check beside the engine's own.</summary>
public static class YamlInspectors
{
    public static IReadOnlyList<IInspector> All { get; } =
    [
    ];
}
