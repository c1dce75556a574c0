using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Toml;

/// <summary>A table while it is put together: its parts may stand anywhere in the file.</summary>
/// <param name="offset">Of what opened it: the file's start, its name in a header or a dotted key, its opening brace.</param>
internal sealed class TomlTable(SourceFile file, int offset, int length)
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<string, Member> _tables = new(StringComparer.Ordinal);

    public void Add(JsonString name, JsonNode value) => _members.Add(new Member(name, value, []));

    /// <summary>The table of that name: the one that is there, of an array the last one, or a new one.</summary>
    /// <param name="asNewItem">Whether the name is that of an array of tables, which gets one more.</param>
    public TomlTable Open(JsonString name, bool asNewItem)
    {
        if (!_tables.TryGetValue(name.Value, out var member))
        {
            member = new Member(name, null, []) { IsArray = asNewItem };
            _members.Add(member);
            _tables.Add(name.Value, member);
        }

        if (asNewItem || member.Tables.Count == 0)
        {
            member.Tables.Add(new TomlTable(file, name.Offset, name.Length));
        }

        return member.Tables[member.Tables.Count - 1];
    }

    public JsonObject ToJson() => new(file, offset, length, [.. _members.Select(m => new JsonMember(m.Name, m.Value ?? ToJson(m)))]);

    private JsonNode ToJson(Member member) => member.IsArray
        ? new JsonArray(file, member.Name.Offset, member.Name.Length, [.. member.Tables.Select(t => t.ToJson())])
        : member.Tables[member.Tables.Count - 1].ToJson();

    private sealed record Member(JsonString Name, JsonNode? Value, List<TomlTable> Tables)
    {
        public bool IsArray { get; init; }
    }
}
