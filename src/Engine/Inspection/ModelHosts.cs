using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Decides whose a model is that is only named. The vendor of a model is not always whom a file has a contract with: where it shows another's service that runs this vendor's models, and nothing else of the vendor's own, the model is reached through that service.</summary>
public static class ModelHosts
{
    public static IReadOnlyList<Evidence> Settle(IReadOnlyList<Evidence> evidence)
    {
        if (!evidence.Any(IsModel))
        {
            return evidence;
        }

        var files = evidence.Where(e => e.Tool is not null && !IsModel(e)).ToLookup(e => e.Location.Path, e => e.Tool!, StringComparer.Ordinal);
        return [.. evidence.Select(e => IsModel(e) && HostOf(e.Tool!, files[e.Location.Path]) is { } host ? e with { Signature = e.Signature with { Tool = host } } : e)];
    }

    private static bool IsModel(Evidence evidence) => evidence.Signature.Kind == SignatureKind.Model && evidence.Tool is not null;

    private static Tool? HostOf(Tool maker, IEnumerable<Tool> beside)
    {
        var tools = beside.Distinct().OrderBy(tool => tool.Id, StringComparer.Ordinal).ToList();
        return tools.Contains(maker) ? null : tools.Find(tool => tool.Category == maker.Category && tool.Vendor.Id != maker.Vendor.Id && tool.ModelVendor == maker.Vendor.Id);
    }
}
