using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>A value of a JSON text, with its place.</summary>
public abstract class JsonNode(SourceFile file, int offset, int length)
{
    /// <summary>0-based offset of the value's first character.</summary>
    public int Offset { get; } = offset;

    /// <summary>How many characters the value takes, quotes and brackets included.</summary>
    public int Length { get; } = length;

    public SourceFile File { get; } = file;

    public Location Location => File.At(Offset, Length);

    /// <summary>What kind of value it is, as an error message names it: "an object", "a string" …</summary>
    public abstract string Kind { get; }
}

public sealed class JsonObject(SourceFile file, int offset, int length, IReadOnlyList<JsonMember> members) : JsonNode(file, offset, length)
{
    /// <summary>The members in the order of the text; a duplicate key keeps its first member here and is a problem of the document.</summary>
    public IReadOnlyList<JsonMember> Members { get; } = members;

    public override string Kind => "an object";

    /// <summary>The value of the first member of that name (ordinal), or null.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name.Value == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }
}

public sealed record JsonMember(JsonString Name, JsonNode Value);

public sealed class JsonArray(SourceFile file, int offset, int length, IReadOnlyList<JsonNode> items) : JsonNode(file, offset, length)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override string Kind => "an array";
}

public sealed class JsonString(SourceFile file, int offset, int length, string value) : JsonNode(file, offset, length)
{
    public string Value { get; } = value;

    public override string Kind => "a string";
}

public sealed class JsonNumber(SourceFile file, int offset, int length) : JsonNode(file, offset, length)
{
    /// <summary>The number as written; its range is the reader's business.</summary>
    public string Raw => File.Text.Substring(Offset, Length);

    public override string Kind => "a number";
}

public sealed class JsonBoolean(SourceFile file, int offset, int length, bool value) : JsonNode(file, offset, length)
{
    public bool Value { get; } = value;

    public override string Kind => "true or false";
}

public sealed class JsonNull(SourceFile file, int offset, int length) : JsonNode(file, offset, length)
{
    public override string Kind => "null";
}
