namespace AiToolPolicy.Engine.Text;

/// <summary>A value and where it was written.</summary>
public sealed record Placed<T>(T Value, Location Location);
