using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Settings;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>Hosts of tools in a literal. In prose a bare name is just a name: it takes an address to be one, or to be all there is.</summary>
internal sealed class HostReader
{
    private readonly ToolCatalog _catalog;
    private readonly HashSet<string> _lastLabels;

    public HostReader(ToolCatalog catalog)
    {
        _catalog = catalog;
        _lastLabels = new HashSet<string>(
            catalog.Signatures.Where(s => s.Kind == SignatureKind.Host).Select(s => LastLabel(s.Value.Split('/', ':')[0])),
            StringComparer.OrdinalIgnoreCase);
    }

    public void Read(string value, ref List<LiteralSign>? found)
    {
        if (value.IndexOf('.') < 0 && value.IndexOf(':') < 0)
        {
            return;
        }

        foreach (var host in HostNames.In(value).Where(host => _lastLabels.Contains(LastLabel(host.Name)) && IsAddress(value, host)))
        {
            var known = host.In(_catalog).Where(s => s.Tool is not null);
            (found ??= []).AddRange(known.Select(signature => new LiteralSign(signature, host.Name, host.Start)));
        }
    }

    private static bool IsAddress(string value, HostName host) =>
        host.Port.Length > 0 || host.Path.Length > 0 || (host.Start > 0 && value[host.Start - 1] is '/' or '@')
        || !new TextRun(value, host.Start, host.Name.Length).IsAmongBlanks;

    private static string LastLabel(string host) => host.Substring(host.LastIndexOf('.') + 1);
}
