namespace AiToolPolicy.Files.Git;

/// <summary>Reads a pattern as git's wildmatch does with WM_PATHNAME, byte by byte.</summary>
internal sealed class GlobParser(string pattern)
{
    private readonly List<GlobToken> _tokens = [];
    private int _position;

    /// <param name="pattern">One character for each byte.</param>
    /// <returns>Null for a pattern that git lets match nothing (an open bracket, a lone backslash at the end).</returns>
    public static IReadOnlyList<GlobToken>? Parse(string pattern)
    {
        var parser = new GlobParser(pattern);
        while (parser._position < pattern.Length)
        {
            if (!parser.ReadToken())
            {
                return null;
            }
        }

        return parser._tokens;
    }

    private bool ReadToken()
    {
        var c = pattern[_position++];
        switch (c)
        {
            case '*':
                ReadStars();
                return true;
            case '?':
                return Add(AnyByte());
            case '[':
                return BracketReader.Read(pattern, ref _position) is { } set && Add(set);
            case '\\':
                return _position < pattern.Length && Add(Only(pattern[_position++]));
            default:
                return Add(Only(c));
        }
    }

    private void ReadStars()
    {
        var first = _position - 1;
        while (At(_position) == '*')
        {
            _position++;
        }

        var isBounded = _position - first > 1
            && (first == 0 || pattern[first - 1] == '/')
            && (At(_position) is '\0' or '/' || (At(_position) == '\\' && At(_position + 1) == '/'));
        if (!isBounded)
        {
            _tokens.Add(new GlobToken(GlobTokenKind.Star));
        }
        else if (At(_position) == '/')
        {
            _position++;
            _tokens.Add(new GlobToken(GlobTokenKind.FoldersOrNone));
            _tokens.Add(new GlobToken(GlobTokenKind.Folders));
        }
        else
        {
            _tokens.Add(new GlobToken(GlobTokenKind.Everything));
        }
    }

    private char At(int index) => index < pattern.Length ? pattern[index] : '\0';

    private bool Add(bool[] bytes)
    {
        _tokens.Add(new GlobToken(GlobTokenKind.OneOf, bytes));
        return true;
    }

    private static bool[] Only(char c)
    {
        var bytes = new bool[256];
        bytes[c] = true;
        return bytes;
    }

    private static bool[] AnyByte()
    {
        var bytes = new bool[256];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = i != '/';
        }

        return bytes;
    }
}
