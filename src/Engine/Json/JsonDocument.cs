using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>What reading a JSON text gave: its root (null after a syntax error) and every problem, in the order of the text.</summary>
public sealed record JsonDocument(JsonNode? Root, IReadOnlyList<JsonProblem> Problems)
{
    /// <summary>After a syntax error, what stands before it; null when that is nothing.</summary>
    public JsonNode? Partial { get; init; }

    /// <summary>Whether there is nothing in it but white space and comments.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>Something wrong in a JSON text: what was expected, what stands there, and where.</summary>
public sealed record JsonProblem(string Message, Location Location);

/// <summary>How much more than RFC 8259 a text may use, and how deep it may nest.</summary>
public sealed record JsonOptions(bool CommentsAndTrailingCommas, int MaxDepth = 64)
{
    /// <summary>RFC 8259 to the letter.</summary>
    public static JsonOptions Strict { get; } = new(false);

    /// <summary>With <c>//</c> and <c>/* */</c> comments and a comma before a closing bracket, as configuration files have them.</summary>
    public static JsonOptions Relaxed { get; } = new(true);
}

/// <summary>Thrown inside the reader at the first syntax error; <see cref="JsonReader.Read"/> turns it into a problem.</summary>
internal sealed class JsonSyntaxException : Exception
{
    public JsonSyntaxException(string message, int offset, int length)
        : base(message) => (Offset, Length) = (offset, length);

    public int Offset { get; }

    public int Length { get; }

    /// <summary>What was read of the value in which the error stands.</summary>
    public JsonNode? Partial { get; set; }
}
