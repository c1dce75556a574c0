using System.Text;

namespace AiToolPolicy.Files.Git;

/// <summary>
/// A pattern of a .gitignore file. All ways through it are followed at once, so that no pattern takes longer than its length times the
/// path's. Not for use by several threads at a time.
/// </summary>
internal sealed class Glob
{
    private static readonly char[] Special = ['*', '?', '[', '\\'];

    private readonly string _literal;
    private readonly IReadOnlyList<GlobToken>? _rest;
    private bool[] _current;
    private bool[] _next;

    public Glob(string pattern)
    {
        var bytes = ToBytes(pattern);
        var special = bytes.IndexOfAny(Special);

        // As git does: what stands before the first special character is compared as it is, and the pattern begins anew after it.
        _literal = special < 0 ? bytes : bytes.Substring(0, special);
        _rest = special < 0 ? [] : GlobParser.Parse(bytes.Substring(special));
        _current = new bool[(_rest?.Count ?? 0) + 1];
        _next = new bool[_current.Length];
    }

    public bool IsMatch(string text)
    {
        var bytes = ToBytes(text);
        return _rest is not null && bytes.StartsWith(_literal, StringComparison.Ordinal) && (_rest.Count == 0
            ? bytes.Length == _literal.Length
            : MayEnd(bytes) && MatchRest(bytes));
    }

    // Most patterns are "*.extension" and most names have another one: the last byte tells.
    private bool MayEnd(string bytes) =>
        _rest![_rest.Count - 1] is not { Kind: GlobTokenKind.OneOf, Bytes: { } last } || (bytes.Length > _literal.Length && last[bytes[bytes.Length - 1]]);

    private bool MatchRest(string bytes)
    {
        Array.Clear(_current, 0, _current.Length);
        Enter(_current, 0);
        for (var i = _literal.Length; i < bytes.Length; i++)
        {
            Array.Clear(_next, 0, _next.Length);
            if (!Step(bytes[i]))
            {
                return false;
            }

            (_current, _next) = (_next, _current);
        }

        return _current[_rest!.Count];
    }

    private bool Step(char c)
    {
        var alive = false;
        for (var state = 0; state < _rest!.Count; state++)
        {
            alive |= _current[state] && Step(_rest[state], state, c);
        }

        return alive;
    }

    private bool Step(GlobToken token, int state, char c)
    {
        switch (token.Kind)
        {
            case GlobTokenKind.OneOf when token.Bytes![c]:
                return Enter(_next, state + 1);
            case GlobTokenKind.Star when c != '/':
            case GlobTokenKind.Everything:
                return Enter(_next, state);
            case GlobTokenKind.Folders:
                _ = c == '/' && Enter(_next, state + 1);
                return _next[state] = true;
            default:
                return false;
        }
    }

    // What can take nothing is also left at once.
    private bool Enter(bool[] states, int state)
    {
        states[state] = true;
        if (state < _rest!.Count)
        {
            switch (_rest[state].Kind)
            {
                case GlobTokenKind.Star or GlobTokenKind.Everything:
                    return Enter(states, state + 1);
                case GlobTokenKind.FoldersOrNone:
                    states[state + 1] = true;
                    return Enter(states, state + 2);
                default:
                    break;
            }
        }

        return true;
    }

    // git compares bytes: a question mark takes one of the two bytes of an "é".
    private static string ToBytes(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u007F')
            {
                return string.Concat(Encoding.UTF8.GetBytes(text).Select(b => (char)b));
            }
        }

        return text;
    }
}
