using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>
/// Takes the values out of a JSON object whose keys are known. Everything wrong (unknown key, wrong type, missing key) becomes a problem at its line;
/// a wrong value reads as absent, so that one mistake hides no other.
/// </summary>
public sealed class ObjectReader
{
    private readonly JsonObject _node;
    private readonly List<JsonProblem> _problems;

    /// <param name="keys">Every key the object may have.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public ObjectReader(JsonObject node, IReadOnlyCollection<string> keys, List<JsonProblem> problems)
    {
        _node = node;
        _problems = problems;
        foreach (var member in node.Members.Where(m => !keys.Contains(m.Name.Value)))
        {
            Problem(Unknown(member.Name.Value, keys), member.Name.Location);
        }
    }

    public Location Location => _node.Location;

    /// <summary>The value as it stands, or null when the key is absent.</summary>
    public JsonNode? Node(string key) => _node[key];

    public Placed<string>? String(string key) => Value<JsonString>(key, "a string") is { } text ? new(text.Value, text.Location) : null;

    /// <summary>As <see cref="String"/>; an absent or empty string is a problem.</summary>
    public Placed<string>? RequiredString(string key)
    {
        if (_node[key] is null)
        {
            Problem($"The key '{key}' is missing.", _node.File.At(_node.Offset, 1));
            return null;
        }

        var text = String(key);
        if (text is { Value: "" })
        {
            Problem($"'{key}' is empty.", text.Location);
        }

        return text;
    }

    public bool? Boolean(string key) => Value<JsonBoolean>(key, "true or false")?.Value;

    /// <summary>A whole number of at least 0.</summary>
    public int? Count(string key)
    {
        if (Value<JsonNumber>(key, "a whole number") is not { } number)
        {
            return null;
        }

        if (int.TryParse(number.Raw, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Problem($"'{key}' must be a whole number from 0 to {int.MaxValue}, found {number.Raw}.", number.Location);
        return null;
    }

    /// <summary>A string that is one of <paramref name="words"/>.</summary>
    public Placed<string>? Word(string key, IReadOnlyCollection<string> words)
    {
        var text = String(key);
        return text is null || IsOneOf(key, text, words) ? text : null;
    }

    /// <summary>An array of strings; absent or wrong reads as null, wrong items are left out.</summary>
    public IReadOnlyList<Placed<string>>? Strings(string key, IReadOnlyCollection<string>? words = null)
    {
        if (Value<JsonArray>(key, "an array of strings") is not { } array)
        {
            return null;
        }

        var texts = Items<JsonString>(key, array, "a string").Select(s => new Placed<string>(s.Value, s.Location));
        return [.. texts.Where(text => words is null || IsOneOf(key, text, words))];
    }

    public JsonObject? Object(string key) => Value<JsonObject>(key, "an object");

    /// <summary>An array of objects; absent or wrong reads as empty, wrong items are left out.</summary>
    public IReadOnlyList<JsonObject> Objects(string key) =>
        Value<JsonArray>(key, "an array of objects") is { } array ? Items<JsonObject>(key, array, "an object") : [];

    public void Problem(string message, Location location) => _problems.Add(new JsonProblem(message, location));

    private static string Unknown(string key, IReadOnlyCollection<string> keys) =>
        $"Unknown key '{PlainText.Safe(key)}'.{Nearest.Hint(key, keys)} Valid keys: {string.Join(", ", keys.Where(k => k != "$schema"))}.";

    private bool IsOneOf(string key, Placed<string> text, IReadOnlyCollection<string> words)
    {
        if (words.Contains(text.Value))
        {
            return true;
        }

        var hint = Nearest.Hint(text.Value, words);
        Problem($"'{PlainText.Safe(text.Value)}' is no value of '{key}'.{hint} Valid values: {string.Join(", ", words)}.", text.Location);
        return false;
    }

    private List<T> Items<T>(string key, JsonArray array, string expected)
        where T : JsonNode
    {
        foreach (var item in array.Items.Where(item => item is not T))
        {
            Problem($"Every entry of '{key}' must be {expected}, found {item.Kind}.", item.Location);
        }

        return [.. array.Items.OfType<T>()];
    }

    private T? Value<T>(string key, string expected)
        where T : JsonNode
    {
        var node = _node[key];
        if (node is not null and not T)
        {
            Problem($"'{key}' must be {expected}, found {node.Kind}.", node.Location);
        }

        return node as T;
    }
}
