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

        var others = evidence.Where(e => e.Tool is not null && !IsModel(e)).ToList();
        var files = others.ToLookup(e => e.Location.Path, StringComparer.Ordinal);
        var deployments = others.ToLookup(e => DeploymentUnit.Of(e.Location.Path), StringComparer.Ordinal);
        return [.. evidence.Select(e => IsModel(e) ? Settle(e, files[e.Location.Path], deployments[DeploymentUnit.Of(e.Location.Path)]) : e)];
    }

    // What a file shows itself comes before what is deployed with it.
    private static Evidence Settle(Evidence model, IEnumerable<Evidence> file, IEnumerable<Evidence> deployment)
    {
        var maker = model.Tool!;
        return (HostOf(maker, file) ?? HostOf(maker, deployment)) is { } host && !file.Any(e => e.Tool == maker)
            ? model with { Signature = model.Signature with { Tool = host, ModelVendor = model.Signature.ModelVendor ?? maker.Vendor.Id } }
            : model;
    }

    private static bool IsModel(Evidence evidence) => evidence.Signature.Kind == SignatureKind.Model && evidence.Tool is not null;

    private static Tool? HostOf(Tool maker, IEnumerable<Evidence> beside)
    {
        var seen = beside.ToList();
        return seen.Exists(e => e.Tool == maker) ? null : seen.FindAll(e => Runs(e, maker)).Select(e => e.Tool!).OrderBy(tool => tool.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    // A service may run models of many vendors; then a sign of it that speaks of this vendor's tells so.
    private static bool Runs(Evidence evidence, Tool maker) =>
        evidence.Tool is { } tool && tool.Category == maker.Category && tool.Vendor.Id != maker.Vendor.Id && (evidence.Signature.ModelVendor ?? tool.ModelVendor) == maker.Vendor.Id;
}
