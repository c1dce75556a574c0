using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>
/// Finds hosts, model ids, variable names, configuration keys and package names in the string literals of a program. Most literals hold none:
/// nothing is looked up that does not have the shape of such a name.
/// </summary>
public sealed class LiteralReader
{
    private const int Longest = 64 * 1024;
    private const string Delimiters = "\"'`=,;()[]{}<>|&\\";

    private static readonly bool[] IsAsciiDelimiter = [.. Enumerable.Range(0, 128).Select(c => char.IsWhiteSpace((char)c) || Delimiters.IndexOf((char)c) >= 0)];

    private readonly ToolCatalog _catalog;
    private readonly HostReader _hosts;
    private readonly ModelReader _models;

    public LiteralReader(ToolCatalog catalog)
    {
        _catalog = catalog;
        _hosts = new HostReader(catalog);
        _models = new ModelReader(catalog);
    }

    /// <summary>The signs in a literal's value; one of a variable or model that needs a second sign is among them.</summary>
    [MethodImpl(HotPath.Optimized)]
    public IReadOnlyList<LiteralSign> Read(string value)
    {
        if (value.Length < 4)
        {
            return [];
        }

        List<LiteralSign>? found = null;
        var end = Math.Min(value.Length, Longest);
        AddConfigurationKey(value, ref found);
        _hosts.Read(end < value.Length ? value.Substring(0, end) : value, ref found);
        for (int start = 0, at = 0; at <= end; at++)
        {
            if (at == end || IsDelimiter(value[at]))
            {
                if (at - start >= 4)
                {
                    Read(new TextRun(value, start, at - start), ref found);
                }

                start = at + 1;
            }
        }

        return found ?? (IReadOnlyList<LiteralSign>)[];
    }

    [MethodImpl(HotPath.Optimized)]
    private void Read(TextRun run, ref List<LiteralSign>? found)
    {
        var trimmed = run.WithoutPunctuation();
        if (trimmed.Length < 4)
        {
            return;
        }

        if (!AddVariable(trimmed, ref found) && !AddNpmPackage(trimmed, ref found))
        {
            _models.Read(trimmed, ref found);
        }
    }

    private void AddConfigurationKey(string value, ref List<LiteralSign>? found)
    {
        if (value.Length <= 100 && value.IndexOf(':') > 0 && value.IndexOf(' ') < 0 && value.IndexOf('/') < 0)
        {
            Add(SignatureKind.ConfigurationKey, value, null, 0, ref found);
        }
    }

    // X, $X, %X%, env:X
    [MethodImpl(HotPath.Optimized)]
    private bool AddVariable(TextRun run, ref List<LiteralSign>? found)
    {
        var (start, end) = (run.Start, run.End);
        for (var at = end - 1; at >= start; at--)
        {
            if (run.Text[at] is ':' or '$' or '%' or '.')
            {
                (start, end) = at == end - 1 ? (start, at) : (at + 1, end);
            }
        }

        for (var at = start; at < end; at++)
        {
            if (!(run.Text[at] is (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return end - start >= 4 && Add(SignatureKind.Env, run.Text.Substring(start, end - start), null, start, ref found);
    }

    private bool AddNpmPackage(TextRun run, ref List<LiteralSign>? found) =>
        run.Text[run.Start] == '@' && run.IndexOf('/') > 0
        && PackageIds.Split(SignatureKind.Npm, run.ToString()) is var (id, version)
        && Add(SignatureKind.Npm, id, version, run.Start, ref found);

    private bool Add(SignatureKind kind, string value, string? version, int start, ref List<LiteralSign>? found)
    {
        var any = false;
        foreach (var signature in _catalog.Find(kind, value, version))
        {
            if (signature is { Tool: not null, IsAgentMarker: false })
            {
                (found ??= []).Add(new LiteralSign(signature, value, start));
                any = true;
            }
        }

        return any;
    }

    private static bool IsDelimiter(char c) => c < IsAsciiDelimiter.Length ? IsAsciiDelimiter[c] : char.IsWhiteSpace(c);
}
