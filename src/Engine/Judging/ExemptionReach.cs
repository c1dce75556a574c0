using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Judging;

/// <summary>What an exemption could be about, to tell one that nobody needs from one whose subject was not looked at.</summary>
internal static class ExemptionReach
{
    private static readonly Dictionary<Rule, Surface[]> SurfacesOfRules = new()
    {
        [Rules.Package] = [Surface.Package],
        [Rules.Assembly] = [Surface.Assembly],
        [Rules.Manifest] = [Surface.Manifest],
        [Rules.Pipeline] = [Surface.Pipeline],
        [Rules.Extension] = [Surface.Extension],
        [Rules.AgentFile] = [Surface.AgentFile],
        [Rules.McpServer] = [Surface.McpServer],
        [Rules.Setting] = [Surface.Setting],
        [Rules.Api] = [Surface.Source],
        [Rules.Literal] = [Surface.Source],
        [Rules.Agent] = [Surface.Runtime],
        [Rules.Machine] = [Surface.Runtime],
        [Rules.HiddenCharacters] = [Surface.AgentFile],
    };

    /// <summary>The surfaces on which it could cover anything.</summary>
    public static IReadOnlyList<Surface> Surfaces(Exemption exemption)
    {
        var rule = exemption.Rule ?? Parts(exemption)?[0];
        var all = (Surface[])Enum.GetValues(typeof(Surface));
        return
        [
            .. all.Where(surface => (exemption.Surface is null || exemption.Surface == surface)
                && (exemption.Scope.Surfaces is null || exemption.Scope.Surfaces.Contains(surface))
                && (rule is null || Rules.ById(rule) is not { } known || !SurfacesOfRules.TryGetValue(known, out var own) || own.Contains(surface))),
        ];
    }

    /// <summary>What a text would hold in which something that it covers stands; null where that cannot be told.</summary>
    public static IReadOnlyList<string>? Signs(Exemption exemption, ToolCatalog catalog)
    {
        if (exemption.Evidence is { } evidence)
        {
            return [evidence];
        }

        if (Parts(exemption) is { } parts)
        {
            return [string.Join("|", parts.Skip(3).Take(parts.Length - 4))];
        }

        return exemption.Tool is null
            ? null
            : [.. catalog.Signatures.Where(s => s.Tool?.Id == exemption.Tool && s.Kind != SignatureKind.Path).Select(s => s.Value.Trim('*', '.', '/')).Where(v => v.Length > 2)];
    }

    /// <summary>The folder, with a slash at the end, of the only project that it could be about; null where it could be several.</summary>
    public static string? Project(Exemption exemption)
    {
        var path = Parts(exemption)?.Last();
        var slash = path?.LastIndexOf('/') ?? -1;
        return path is not null && FileNames.IsProject(path.Substring(slash + 1)) ? path.Substring(0, slash + 1) : null;
    }

    private static string[]? Parts(Exemption exemption) =>
        exemption.Fingerprint is { } fingerprint && fingerprint.IndexOf('|') >= 0 ? fingerprint.Split('|') : null;
}
