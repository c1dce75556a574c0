namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>Finds host names in a value: in URLs wherever they stand, and bare ones with borders around them.</summary>
public static class HostNames
{
    private const int LongestPath = 200;

    /// <summary>
    /// Each host with its port and path: <c>Endpoint=https://x.example:8080/a?b;Key=…</c> gives <c>x.example</c>, <c>:8080</c>, <c>/a</c>. A mail
    /// address, a file path and a member access are none; a placeholder in front (<c>{name}.host.example</c>) leaves the rest.
    /// </summary>
    public static IEnumerable<HostName> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i]))
            {
                continue;
            }

            var (start, end) = (i, i);
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            i = end;
            if (Read(text, start, end) is { } host)
            {
                yield return host;
                i = Math.Max(i, host.End - 1);
            }
        }
    }

    private static HostName? Read(string text, int start, int end)
    {
        if (!MayBegin(text, start))
        {
            return null;
        }

        while (start < end && text[start] is '.' or '-')
        {
            start++;
        }

        var nameEnd = end;
        while (nameEnd > start && text[nameEnd - 1] is '.' or '-')
        {
            nameEnd--;
        }

        var port = nameEnd == end ? PortAt(text, end) : "";
        var rest = end + port.Length;
        var name = text.Substring(start, nameEnd - start);
        return IsHost(name, port) && MayEnd(text, rest) ? new HostName(name, port, PathAt(text, rest), start) : null;
    }

    private static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-';

    // "//host" yes, "folder/host" no; "user:word@host" only within a URL, else it is a mail address.
    private static bool MayBegin(string text, int start) => start == 0 || text[start - 1] switch
    {
        '/' => start > 1 && text[start - 2] == '/',
        '@' => IsUserOfUrl(text, start - 1),
        '_' or '\\' => false,
        var c => !char.IsLetterOrDigit(c),
    };

    private static bool MayEnd(string text, int end) => end == text.Length || !(text[end] is '@' or '_' or '(' || char.IsLetterOrDigit(text[end]));

    private static bool IsUserOfUrl(string text, int at)
    {
        for (var i = at - 1; i > 0 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] == '/')
            {
                return text[i - 1] == '/';
            }
        }

        return false;
    }

    private static string PortAt(string text, int colon)
    {
        var end = colon + 1;
        while (end < text.Length && end - colon <= 5 && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return colon < text.Length && text[colon] == ':' && end > colon + 1 ? text.Substring(colon, end - colon) : "";
    }

    private static string PathAt(string text, int start)
    {
        if (start >= text.Length || text[start] != '/')
        {
            return "";
        }

        var end = start;
        while (end < text.Length && end - start < LongestPath && !char.IsWhiteSpace(text[end]) && "\"'<>;,)|?#".IndexOf(text[end]) < 0)
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    // The last label of a domain begins with a letter; a machine's own name or address says something only by its port.
    private static bool IsHost(string name, string port)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && dot + 2 < name.Length && char.IsLetter(name[dot + 1]) ? true
            : port.Length > 0 && (name.EqualsIgnoringCase("localhost") || (dot > 0 && name.All(c => c is '.' or (>= '0' and <= '9'))));
    }
}
