using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Toml;

/// <summary>Walks a TOML text: blanks, comments, keys and single values. Remembers the first mistake and goes on.</summary>
internal sealed class TomlScanner(SourceFile file)
{
    private static readonly Regex Number = new(
        @"^(?:[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|[+-]?(?:inf|nan))\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Moment = new(
        @"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?|[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private static readonly char[] ValueEnds = [' ', '\t', '\n', '\r', ',', ']', '}', '#'];

    public int Position { get; set; }

    public JsonProblem? Problem { get; private set; }

    public bool AtEnd => Position >= file.Text.Length;

    public bool AtLineEnd => AtEnd || Current is '\n' or '\r';

    public char Current => Position < file.Text.Length ? file.Text[Position] : '\0';

    /// <summary>Whether an entry or a table seems to begin here, at the start of a line: where an array was never closed, it ends here.</summary>
    public bool AtNextEntry
    {
        get
        {
            if (AtEnd || (Position > 0 && file.Text[Position - 1] is not ('\n' or '\r')))
            {
                return false;
            }

            var end = Position;
            while (end < file.Text.Length && (IsBare(file.Text[end]) || file.Text[end] is ' ' or '.'))
            {
                end++;
            }

            return Current == '[' || (end > Position && end < file.Text.Length && file.Text[end] == '=');
        }
    }

    /// <summary>Records a mistake here, unless there is one already.</summary>
    public void Fail(string expected)
    {
        var found = AtEnd ? "the end of the file" : AtLineEnd ? "the end of the line" : $"'{PlainText.Safe(Current.ToString())}'";
        FailAt($"Expected {expected}, found {found}.", AtEnd ? 0 : 1);
    }

    public void FailAt(string message, int length) => Problem ??= new JsonProblem(message, file.At(Position, length));

    public bool Take(char c)
    {
        var isThere = Current == c && !AtEnd;
        Position += isThere ? 1 : 0;
        return isThere;
    }

    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Goes to the next character that is no blank, line end or comment.</summary>
    public void SkipLines()
    {
        for (SkipBlanks(); !AtEnd && (AtLineEnd || Current == '#'); SkipBlanks())
        {
            SkipLine();
        }
    }

    /// <summary>Goes to the start of the next line.</summary>
    public void SkipLine()
    {
        var end = file.Text.IndexOf('\n', Math.Min(Position, file.Text.Length));
        Position = end < 0 ? file.Text.Length : end + 1;
    }

    /// <summary>A key in quotes or without; null after recording that there is none.</summary>
    public JsonString? ReadKeyPart()
    {
        var start = Position;
        if (Current is '"' or '\'')
        {
            if (string.CompareOrdinal(file.Text, start, new string(Current, 3), 0, 3) == 0)
            {
                Fail("a key on one line");
                return null;
            }

            return ReadString();
        }

        while (IsBare(Current))
        {
            Position++;
        }

        if (start == Position)
        {
            Fail("a key");
            return null;
        }

        return new JsonString(file, start, Position - start, file.Text.Substring(start, Position - start));
    }

    /// <summary>The string that begins here; null after recording what is wrong with it.</summary>
    public JsonString? ReadString()
    {
        var start = Position;
        var position = start;
        var value = TomlStrings.Read(file.Text, ref position, out var mistake);
        Position = position;
        if (value is null)
        {
            FailAt(mistake, 1);
            return null;
        }

        return new JsonString(file, start, Position - start, value);
    }

    /// <summary>A number, a truth value, a date or a time; null after recording that there is none.</summary>
    public JsonNode? ReadPlainValue()
    {
        var start = Position;
        var word = WordFrom(start);
        var length = word.Length;
        JsonNode? value = word is "true" or "false" ? new JsonBoolean(file, start, length, word == "true")
            : Number.IsMatch(word) ? new JsonNumber(file, start, length)
            : Moment.IsMatch(word) ? new JsonString(file, start, length, word)
            : null;
        if (value is null)
        {
            Fail("a value (a string in quotes, a number, a date, true, false, an array or a table)");
            return null;
        }

        Position += length;
        return value;
    }

    private string WordFrom(int start)
    {
        var end = file.Text.IndexOfAny(ValueEnds, start);
        var word = file.Text.Substring(start, (end < 0 ? file.Text.Length : end) - start);

        // A date and a time may have a blank between them.
        var isDate = word.Length == 10 && word[4] == '-' && end >= 0 && file.Text[end] == ' ' && end + 1 < file.Text.Length && char.IsDigit(file.Text[end + 1]);
        return isDate ? $"{word} {WordFrom(end + 1)}" : word;
    }

    private static bool IsBare(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
