using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Whose environment variable a name is, also where an application puts a name of its own before it.</summary>
public static class VariableNames
{
    // What Terraform takes for the variable of a module.
    private const string TerraformPrefix = "TF_VAR_";

    private const int LongestName = 200;

    private static readonly string[] KeyEndings = ["KEY", "TOKEN"];

    /// <summary>The signatures of the whole name; else of what Terraform makes of it; else of the known key that it ends in, which then is no more than probable.</summary>
    public static IReadOnlyList<Signature> Find(ToolCatalog catalog, string name)
    {
        var known = catalog.Find(SignatureKind.Env, name);
        if (known.Count > 0 || name.Length > LongestName)
        {
            return known;
        }

        var isTerraforms = name.StartsWith(TerraformPrefix, StringComparison.Ordinal);
        var meant = isTerraforms ? name.Substring(TerraformPrefix.Length).ToUpperInvariant() : name;
        var whole = isTerraforms ? catalog.Find(SignatureKind.Env, meant) : [];
        return whole.Count > 0 || !KeyEndings.Any(end => meant.EndsWith(end, StringComparison.Ordinal)) ? whole : FindKey(catalog, meant);
    }

    // The longest known key, as that of a cloud's service ends in that of the vendor whose models it runs.
    private static IReadOnlyList<Signature> FindKey(ToolCatalog catalog, string name)
    {
        for (var border = name.IndexOf('_'); border > 0; border = name.IndexOf('_', border + 1))
        {
            var key = name.Substring(border + 1);
            var named = catalog.Find(SignatureKind.Env, key).Where(signature => IsKeyOfVendor(signature, key)).ToList();
            if (named.Count > 0)
            {
                return NamesTool(catalog, name.Substring(0, border)) ? [] : [.. named.Select(Probable)];
            }
        }

        return [];
    }

    // A key that does not name its vendor is too short for this: anybody may have a key of that name behind a prefix.
    private static bool IsKeyOfVendor(Signature signature, string key) =>
        signature is { Role: "key", Match: SignatureMatch.Exact, Tool: { } tool, NeedsSecondSign: false, Confidence: Confidence.High }
        && key.StartsWith(tool.Vendor.Id.Replace('-', '_') + "_", StringComparison.OrdinalIgnoreCase);

    // A prefix that is itself the name of a tool tells of another service that takes the same kind of key.
    private static bool NamesTool(ToolCatalog catalog, string prefix)
    {
        var words = prefix.Split('_');
        return catalog.Tools.Any(tool => words.Contains(tool.Id.Split('-')[0], StringComparer.OrdinalIgnoreCase));
    }

    private static Signature Probable(Signature signature) => signature with { Confidence = Confidence.Medium };
}
