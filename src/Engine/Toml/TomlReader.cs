using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Toml;

/// <summary>
/// Reads TOML into the same nodes as JSON, so that whoever reads one can read the other: tables are objects, dates and times are strings.
/// A reader of our own because it runs inside the compiler and inside every MSBuild, where a library's own needs cannot be met.
/// </summary>
public sealed class TomlReader
{
    private const int MostDepth = 64;

    private readonly SourceFile _file;
    private readonly TomlScanner _scanner;

    private TomlReader(SourceFile file)
    {
        _file = file;
        _scanner = new TomlScanner(file);
    }

    /// <summary>
    /// Never throws on bad input. The root holds everything that could be read, around every mistake; of several mistakes the first is told.
    /// Whether keys stand twice is not asked: both values are given.
    /// </summary>
    public static JsonDocument Read(SourceFile file)
    {
        var reader = new TomlReader(file);
        var root = reader.ReadDocument();
        return new JsonDocument(root, reader._scanner.Problem is { } problem ? [problem] : []);
    }

    private JsonObject ReadDocument()
    {
        var root = new TomlTable(_file, 0, _file.Text.Length);
        var table = root;
        for (_scanner.SkipLines(); !_scanner.AtEnd; _scanner.SkipLines())
        {
            var start = _scanner.Position;
            if (_scanner.Current == '[')
            {
                // What stands under a header that cannot be read belongs nowhere.
                table = ReadHeader(root) ?? new TomlTable(_file, 0, 0);
            }
            else
            {
                ReadPair(table, 0);
            }

            EndLine(start);
        }

        return root.ToJson();
    }

    // An array that was never closed ends where the next entry begins, at the start of a line.
    private void EndLine(int start)
    {
        if (_scanner.Position > start && _scanner.AtNextEntry)
        {
            return;
        }

        _scanner.SkipBlanks();
        if (!_scanner.AtLineEnd && _scanner.Current != '#')
        {
            _scanner.Fail("the end of the line");
        }

        _scanner.SkipLine();
    }

    // [table] or [[array of tables]]
    private TomlTable? ReadHeader(TomlTable root)
    {
        _scanner.Take('[');
        var isArray = _scanner.Take('[');
        var names = ReadKey();
        if (names is null)
        {
            return null;
        }

        if (!_scanner.Take(']') || (isArray && !_scanner.Take(']')))
        {
            _scanner.Fail(isArray ? "']]' after the name" : "']' after the name");
            return null;
        }

        return Walk(root, names).Open(names[names.Count - 1], isArray);
    }

    private bool ReadPair(TomlTable table, int depth)
    {
        var names = ReadKey();
        if (names is null)
        {
            return false;
        }

        if (!_scanner.Take('='))
        {
            _scanner.Fail("'=' after the key");
            return false;
        }

        _scanner.SkipBlanks();
        var value = ReadValue(depth + 1);
        if (value is not null)
        {
            Walk(table, names).Add(names[names.Count - 1], value);
        }

        return value is not null;
    }

    private static TomlTable Walk(TomlTable table, List<JsonString> names)
    {
        for (var i = 0; i < names.Count - 1; i++)
        {
            table = table.Open(names[i], false);
        }

        return table;
    }

    // a.b."c d", with blanks around it and around the dots.
    private List<JsonString>? ReadKey()
    {
        var names = new List<JsonString>();
        do
        {
            _scanner.SkipBlanks();
            if (_scanner.ReadKeyPart() is not { } name || names.Count == MostDepth)
            {
                _scanner.FailAt($"A key has more than {MostDepth} parts.", 1);
                return null;
            }

            names.Add(name);
            _scanner.SkipBlanks();
        }
        while (_scanner.Take('.'));
        return names;
    }

    private JsonNode? ReadValue(int depth)
    {
        if (depth > MostDepth)
        {
            _scanner.FailAt($"Arrays and inline tables are nested more than {MostDepth} deep.", 1);
            _scanner.Position = _file.Text.Length;
            return null;
        }

        return _scanner.Current switch
        {
            '"' or '\'' => _scanner.ReadString(),
            '[' => ReadArray(depth),
            '{' => ReadInlineTable(depth),
            _ => _scanner.ReadPlainValue(),
        };
    }

    // Around an item that cannot be read the others are.
    private JsonArray ReadArray(int depth)
    {
        var start = _scanner.Position++;
        var items = new List<JsonNode>();
        var isBroken = false;
        for (_scanner.SkipLines(); !_scanner.Take(']'); _scanner.SkipLines())
        {
            if (_scanner.AtEnd || (isBroken && _scanner.AtNextEntry))
            {
                _scanner.Fail("']'");
                break;
            }

            if (ReadValue(depth + 1) is not { } item)
            {
                isBroken = true;
                _scanner.SkipLine();
                continue;
            }

            items.Add(item);
            _scanner.SkipLines();
            if (!_scanner.Take(',') && _scanner.Current != ']')
            {
                _scanner.Fail("',' or ']'");
                isBroken = true;
            }
        }

        return new JsonArray(_file, start, _scanner.Position - start, items);
    }

    private JsonObject ReadInlineTable(int depth)
    {
        var start = _scanner.Position++;
        var table = new TomlTable(_file, start, 1);
        for (_scanner.SkipLines(); !_scanner.Take('}'); _scanner.SkipLines())
        {
            if (!ReadPair(table, depth))
            {
                break;
            }

            _scanner.SkipLines();
            if (!_scanner.Take(',') && _scanner.Current != '}')
            {
                _scanner.Fail("',' or '}'");
                break;
            }
        }

        return table.ToJson();
    }
}
