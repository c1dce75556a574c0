using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Decides whose a model is that is only named. The vendor of a model is not always whom a file has a contract with: where it shows another's service that runs this vendor's models, and nothing else of the vendor's own, the model is reached through that service.</summary>
public sealed class ModelHosts
{
    private readonly HashSet<(Tool? Tool, string? Vendor)> _deployed;

    private ModelHosts(ToolCatalog catalog) =>
        _deployed = [.. catalog.Signatures.Where(s => s is { Kind: SignatureKind.ResourceType, ModelVendor: not null }).Select(s => (s.Tool, s.ModelVendor))];

    /// <param name="catalog">Knows whose models a service deploys, where it deploys those of many.</param>
    public static IReadOnlyList<Evidence> Settle(IReadOnlyList<Evidence> evidence, ToolCatalog catalog)
    {
        if (!evidence.Any(IsModel))
        {
            return evidence;
        }

        var hosts = new ModelHosts(catalog);
        var others = evidence.Where(e => e.Tool is not null && !IsModel(e)).ToList();
        var files = others.ToLookup(e => e.Location.Path, StringComparer.Ordinal);
        var deployments = others.ToLookup(e => DeploymentUnit.Of(e.Location.Path), StringComparer.Ordinal);
        return [.. evidence.Select(e => IsModel(e) ? hosts.Settle(e, [.. files[e.Location.Path]], [.. deployments[DeploymentUnit.Of(e.Location.Path)]]) : e)];
    }

    // What a file shows itself comes before what is deployed with it.
    private Evidence Settle(Evidence model, List<Evidence> file, List<Evidence> deployment)
    {
        var maker = model.Tool!;
        var isMakers = file.Exists(e => e.Tool == maker);
        return !isMakers && (HostOf(maker, file) ?? HostOf(maker, deployment)) is { } host
            ? model with { Signature = model.Signature with { Tool = host, ModelVendor = model.Signature.ModelVendor ?? maker.Vendor.Id } }
            : model;
    }

    private static bool IsModel(Evidence evidence) => evidence.Signature.Kind == SignatureKind.Model && evidence.Tool is not null;

    private Tool? HostOf(Tool maker, List<Evidence> beside)
    {
        var services = beside.FindAll(e => e.Tool!.Category == maker.Category && e.Tool.Vendor.Id != maker.Vendor.Id);
        return beside.Exists(e => e.Tool == maker) ? null : First(services.FindAll(e => Runs(e, maker))) ?? First(services.FindAll(e => Deploys(e, maker)));
    }

    private static bool Runs(Evidence evidence, Tool maker) => (evidence.Signature.ModelVendor ?? evidence.Tool!.ModelVendor) == maker.Vendor.Id;

    // A service may run models of many vendors; those that a file names beside its resources are deployed there.
    private bool Deploys(Evidence evidence, Tool maker) =>
        evidence.Signature.Kind == SignatureKind.ResourceType && _deployed.Contains((evidence.Tool, maker.Vendor.Id));

    private static Tool? First(List<Evidence> services) => services.Select(e => e.Tool).OrderBy(tool => tool!.Id, StringComparer.Ordinal).FirstOrDefault();
}
