using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Containers;

/// <summary>One instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="Flags">What begins with two dashes before the arguments.</param>
/// <param name="Documents">The here-documents that follow it.</param>
public sealed record DockerInstruction(string Name, IReadOnlyList<PlacedText> Flags, PlacedText Arguments, IReadOnlyList<PlacedText> Documents, Location Location);
