using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>Hosts of tools, alone or in an address. Compared on the borders of labels, so that <c>notacme.com</c> and <c>acme.com.example</c> are nobody's.</summary>
internal sealed class HostReader
{
    private const int LongestHost = 253;

    private readonly ToolCatalog _catalog;
    private readonly HashSet<string> _lastLabels;

    public HostReader(ToolCatalog catalog)
    {
        _catalog = catalog;
        _lastLabels = new HashSet<string>(
            catalog.Signatures.Where(s => s.Kind == SignatureKind.Host).Select(s => LastLabel(s.Value.Split('/', ':')[0])),
            StringComparer.OrdinalIgnoreCase);
    }

    public void Read(TextRun run, ref List<LiteralSign>? found)
    {
        var scheme = run.IndexOf("://");
        var rest = scheme < 0 ? run : run.Slice(scheme + 3, run.Length - scheme - 3);
        var length = HostLength(rest);
        if (scheme > 0 && length < rest.Length && rest.Text[rest.Start + length] is '@' or ':' && rest.IndexOf('@') is var at and > 0)
        {
            // user:password@host
            rest = rest.Slice(at + 1, rest.Length - at - 1);
            length = HostLength(rest);
        }

        if (length is < 4 or > LongestHost || !IsHost(rest, length, hasScheme: scheme > 0))
        {
            return;
        }

        Add(rest, length, ref found);
    }

    // In prose a bare name is just a name: it takes an address to be one, or to be all there is.
    private bool IsHost(TextRun rest, int length, bool hasScheme)
    {
        var next = length < rest.Length ? rest.Text[rest.Start + length] : '\0';
        if (next is not ('\0' or '/' or ':' or '?' or '#') || rest.Text[rest.Start] is '.' or '-')
        {
            return false;
        }

        var host = rest.Text.Substring(rest.Start, length);
        return _lastLabels.Contains(LastLabel(host)) && (hasScheme || next is '/' or ':' || !rest.IsAmongBlanks);
    }

    private void Add(TextRun rest, int length, ref List<LiteralSign>? found)
    {
        var host = rest.Text.Substring(rest.Start, length);
        var portEnd = length;
        if (length < rest.Length && rest.Text[rest.Start + length] == ':')
        {
            portEnd = length + 1;
            while (portEnd < rest.Length && char.IsDigit(rest.Text[rest.Start + portEnd]))
            {
                portEnd++;
            }
        }

        var withPort = rest.Text.Substring(rest.Start, portEnd);
        var withPath = host + rest.Text.Substring(rest.Start + portEnd, rest.Length - portEnd);
        foreach (var candidate in new[] { withPort, withPath, host }.Distinct(StringComparer.Ordinal))
        {
            var known = _catalog.Find(SignatureKind.Host, candidate).Where(s => s.Tool is not null).ToList();
            if (known.Count > 0)
            {
                var seen = candidate == withPath ? host : candidate;
                (found ??= []).AddRange(known.Select(signature => new LiteralSign(signature, seen, rest.Start)));
                return;
            }
        }
    }

    private static int HostLength(TextRun run)
    {
        var length = 0;
        while (length < run.Length && run.Text[run.Start + length] is var c && (char.IsLetterOrDigit(c) || c is '.' or '-'))
        {
            length++;
        }

        return length;
    }

    private static string LastLabel(string host) => host.Substring(host.LastIndexOf('.') + 1);
}
