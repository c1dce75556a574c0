using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>Reads JSON into nodes that know their place. Used instead of System.Text.Json because that one forgets where a value stood, and because the compiler's host may lack it.</summary>
public sealed class JsonReader
{
    private readonly SourceFile _file;
    private readonly JsonOptions _options;
    private readonly JsonScanner _scanner;
    private readonly List<JsonProblem> _problems = [];
    private bool _isEmpty;

    private JsonReader(SourceFile file, JsonOptions options)
    {
        _file = file;
        _options = options;
        _scanner = new JsonScanner(file.Text, options.CommentsAndTrailingCommas);
    }

    /// <summary>
    /// Reads one JSON value and nothing after it. Never throws on bad input: a syntax error leaves <see cref="JsonDocument.Root"/> null and is
    /// the last problem; duplicate keys are problems too, and the first of them keeps its value.
    /// </summary>
    public static JsonDocument Read(SourceFile file, JsonOptions options)
    {
        var reader = new JsonReader(file, options);
        try
        {
            return new JsonDocument(reader.ReadDocument(), reader._problems);
        }
        catch (JsonSyntaxException error)
        {
            reader._problems.Add(new JsonProblem(error.Message, file.At(error.Offset, error.Length)));
            return new JsonDocument(null, reader._problems) { Partial = error.Partial, IsEmpty = reader._isEmpty };
        }
    }

    private JsonNode ReadDocument()
    {
        _scanner.SkipBlanks();
        _isEmpty = _scanner.AtEnd;
        var root = ReadValue(0);
        _scanner.SkipBlanks();
        if (_scanner.AtEnd)
        {
            return root;
        }

        var error = _scanner.Unexpected("nothing more after the value");
        error.Partial = root;
        throw error;
    }

    private JsonNode ReadValue(int depth)
    {
        _scanner.SkipBlanks();
        switch (_scanner.Current)
        {
            case '{': return ReadObject(depth + 1);
            case '[': return ReadArray(depth + 1);
            case '"': return ReadString();
            case '-' or (>= '0' and <= '9'):
                var start = _scanner.ReadNumber();
                return new JsonNumber(_file, start, _scanner.Position - start);
            default: return ReadWord();
        }
    }

    private JsonString ReadString()
    {
        var start = _scanner.Position;
        var value = _scanner.ReadString();
        return new JsonString(_file, start, _scanner.Position - start, value);
    }

    private JsonNode ReadWord()
    {
        var start = _scanner.Position;
        var word = _scanner.ReadWord();
        return word == "null"
            ? new JsonNull(_file, start, word.Length)
            : new JsonBoolean(_file, start, word.Length, word == "true");
    }

    private JsonObject ReadObject(int depth)
    {
        var start = Open(depth);
        var members = new List<JsonMember>();
        var names = new Dictionary<string, JsonString>(StringComparer.Ordinal);
        JsonString? open = null;
        try
        {
            while (!AtClose('}', members.Count > 0))
            {
                open = null;
                open = ReadName();
                Add(members, names, open, ReadValue(depth));
            }
        }
        catch (JsonSyntaxException error)
        {
            if (open is not null && error.Partial is { } value)
            {
                Add(members, names, open, value);
            }

            error.Partial = new JsonObject(_file, start, _scanner.Position - start, members);
            throw;
        }

        return new JsonObject(_file, start, _scanner.Position - start, members);
    }

    private JsonString ReadName()
    {
        var name = _scanner.Current == '"' ? ReadString() : throw _scanner.Unexpected("a key in double quotes or '}'");
        _scanner.SkipBlanks();
        Take(':', "':' after the key");
        return name;
    }

    private void Add(List<JsonMember> members, Dictionary<string, JsonString> names, JsonString name, JsonNode value)
    {
        if (names.TryGetValue(name.Value, out var first))
        {
            var message = $"The key '{PlainText.Safe(name.Value)}' stands here a second time; the first is on line {first.Location.Line}.";
            _problems.Add(new JsonProblem(message, name.Location));
        }
        else
        {
            names.Add(name.Value, name);
            members.Add(new JsonMember(name, value));
        }
    }

    private JsonArray ReadArray(int depth)
    {
        var start = Open(depth);
        var items = new List<JsonNode>();
        try
        {
            while (!AtClose(']', items.Count > 0))
            {
                items.Add(ReadValue(depth));
            }
        }
        catch (JsonSyntaxException error)
        {
            error.Partial = new JsonArray(_file, start, _scanner.Position - start, error.Partial is { } item ? [.. items, item] : items);
            throw;
        }

        return new JsonArray(_file, start, _scanner.Position - start, items);
    }

    private int Open(int depth)
    {
        if (depth > _options.MaxDepth)
        {
            throw new JsonSyntaxException($"Objects and arrays are nested more than {_options.MaxDepth} deep.", _scanner.Position, 1);
        }

        _scanner.Advance();
        return _scanner.Position - 1;
    }

    // Passes the comma between two entries; true when the closing bracket has been passed instead.
    private bool AtClose(char bracket, bool afterEntry)
    {
        _scanner.SkipBlanks();
        if (afterEntry && _scanner.Current != bracket)
        {
            Take(',', $"',' or '{bracket}'");
            _scanner.SkipBlanks();
            if (_scanner.Current == bracket && !_options.CommentsAndTrailingCommas)
            {
                throw _scanner.Unexpected("another entry after ','");
            }
        }

        if (_scanner.Current != bracket || _scanner.AtEnd)
        {
            return false;
        }

        _scanner.Advance();
        return true;
    }

    private void Take(char expected, string what)
    {
        if (_scanner.AtEnd || _scanner.Current != expected)
        {
            throw _scanner.Unexpected(what);
        }

        _scanner.Advance();
    }
}
