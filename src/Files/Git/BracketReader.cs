namespace AiToolPolicy.Files.Git;

/// <summary>Reads a bracket expression of a pattern: ranges, escapes, named classes and negation, with git's own corner cases.</summary>
internal static class BracketReader
{
    /// <param name="position">After the opening bracket; on return after the closing one.</param>
    /// <returns>The bytes it takes, never a slash; null when it is malformed.</returns>
    public static bool[]? Read(string pattern, ref int position)
    {
        var isNegated = position < pattern.Length && pattern[position] is '!' or '^';
        position += isNegated ? 1 : 0;
        var bytes = new bool[256];
        var first = position;
        var previous = '\0';
        for (; position < pattern.Length; position++)
        {
            if (pattern[position] == ']' && position > first)
            {
                position++;
                return Finish(bytes, isNegated);
            }

            if (!ReadItem(pattern, ref position, bytes, ref previous))
            {
                return null;
            }
        }

        return null;
    }

    // On return the position is that of the item's last character.
    private static bool ReadItem(string pattern, ref int position, bool[] bytes, ref char previous)
    {
        var c = pattern[position];
        if (c == '-' && previous != '\0' && position + 1 < pattern.Length && pattern[position + 1] != ']')
        {
            position++;
            return ReadRangeEnd(pattern, ref position, bytes, ref previous);
        }

        if (c == '[' && position + 1 < pattern.Length && pattern[position + 1] == ':')
        {
            return ReadNamed(pattern, ref position, bytes, ref previous);
        }

        if (!Unescape(pattern, ref position))
        {
            return false;
        }

        previous = pattern[position];
        bytes[previous] = true;
        return true;
    }

    private static bool ReadRangeEnd(string pattern, ref int position, bool[] bytes, ref char previous)
    {
        if (!Unescape(pattern, ref position))
        {
            return false;
        }

        for (var value = (int)previous; value <= pattern[position]; value++)
        {
            bytes[value] = true;
        }

        previous = '\0';
        return true;
    }

    private static bool ReadNamed(string pattern, ref int position, bool[] bytes, ref char previous)
    {
        var start = position + 2;
        var end = pattern.IndexOf(']', start);
        if (end < 0)
        {
            return false;
        }

        if (end == start || pattern[end - 1] != ':')
        {
            // No name: the bracket stands for itself.
            previous = '[';
            bytes['['] = true;
            return true;
        }

        if (Class(pattern.Substring(start, end - 1 - start)) is not { } isMember)
        {
            return false;
        }

        for (var value = 0; value < 128; value++)
        {
            bytes[value] |= isMember((char)value);
        }

        position = end;
        previous = '\0';
        return true;
    }

    private static bool Unescape(string pattern, ref int position)
    {
        position += pattern[position] == '\\' ? 1 : 0;
        return position < pattern.Length;
    }

    private static bool[] Finish(bool[] bytes, bool isNegated)
    {
        for (var value = 0; value < bytes.Length; value++)
        {
            bytes[value] = bytes[value] != isNegated && value != '/';
        }

        return bytes;
    }

    private static Func<char, bool>? Class(string name) => name switch
    {
        "alnum" => c => IsLetter(c) || IsDigit(c),
        "alpha" => IsLetter,
        "blank" => c => c is ' ' or '\t',
        "cntrl" => c => c < ' ' || c == '\u007F',
        "digit" => IsDigit,
        "graph" => c => c is > ' ' and < '\u007F',
        "lower" => c => c is >= 'a' and <= 'z',
        "print" => c => c is >= ' ' and < '\u007F',
        "punct" => c => c is > ' ' and < '\u007F' && !IsLetter(c) && !IsDigit(c),
        "space" => c => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => c => c is >= 'A' and <= 'Z',
        "xdigit" => c => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        _ => null,
    };

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
