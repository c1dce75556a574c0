namespace AiToolPolicy.Engine.Text;

/// <summary>Numbers of things, in words.</summary>
public static class Counted
{
    /// <summary><c>1 file</c>, <c>0 files</c>, <c>2 files</c>.</summary>
    /// <param name="noun">In the singular; its plural ends in s.</param>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>As <see cref="Of(int, string)"/>, with the form of a verb that fits: <c>1 finding is</c>, <c>2 findings are</c>.</summary>
    public static string Of(int count, string noun, string one, string several) => $"{Of(count, noun)} {(count == 1 ? one : several)}";
}
