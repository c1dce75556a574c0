using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Items of an MSBuild file that take the package out, in part or in whole, and package ids that hide what they are.</summary>
internal static class PackageItemGuard
{
    private static readonly string[] References = ["PackageReference", "GlobalPackageReference"];

    private static readonly string[] Wildcards = ["@(PackageReference)", "@(GlobalPackageReference)", "*", "**"];

    private static readonly char[] Separators = [';', ',', ' '];

    public static IEnumerable<Weakening> Inspect(XmlElement item, MsBuildProperties properties) =>
        item.Is("Analyzer") ? Analyzers(item)
        : item.Is("AdditionalFiles") ? AdditionalFiles(item)
        : item.Is("AiToolPolicyLayer") && item.Attribute("Remove") is not null ? [new Weakening("AiToolPolicyLayer takes out a policy that a package brings", item.Location)]
        : References.Any(item.Is) || item.Is("PackageVersion") ? [.. Package(item, properties), .. Ids(item, properties)]
        : [];

    private static IEnumerable<Weakening> Package(XmlElement item, MsBuildProperties properties)
    {
        if (item.Attribute("Remove") is { } removed && Names(removed.Value, properties, Wildcards))
        {
            yield return new Weakening($"{item.Name} takes {PackageName.Id} out again, and with it the check", item.Location) { Silences = true };
        }

        var named = item.Attribute("Include") ?? item.Attribute("Update");
        if (named is null || item.Is("PackageVersion") || !Names(named.Value, properties, []))
        {
            yield break;
        }

        if (Reduces(item) is { } metadata)
        {
            yield return new Weakening($"{metadata} of {PackageName.Id} leaves out targets or analyzers, and with them the check", item.Location) { Silences = true };
        }

        if (item.Attribute("Condition") is not null || item.Parent!.Attribute("Condition") is not null)
        {
            yield return new Weakening($"{PackageName.Id} is referenced under a condition, without which there is no check", item.Location) { Silences = true };
        }

        if (item.Metadata("VersionOverride") is not null || (item.Attribute("Update") is not null && item.Metadata("Version") is not null))
        {
            yield return new Weakening($"{item.Name} replaces the version of {PackageName.Id} that the repository has chosen", item.Location);
        }
    }

    private static string? Reduces(XmlElement item)
    {
        var excluded = Assets(item.Metadata("ExcludeAssets"));
        if (excluded.Any(asset => asset is "all" or "build" or "analyzers"))
        {
            return "ExcludeAssets";
        }

        var included = Assets(item.Metadata("IncludeAssets"));
        return included.Count > 0 && !included.Contains("all") && !(included.Contains("build") && included.Contains("analyzers")) ? "IncludeAssets" : null;
    }

    private static IReadOnlyList<string> Assets(string? list) =>
        [.. (list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(asset => asset.ToLowerInvariant())];

    // Other analyzers may be taken out; a condition on the item's own metadata tells which.
    private static IEnumerable<Weakening> Analyzers(XmlElement item)
    {
        var removed = item.Attribute("Remove")?.Value ?? "";
        var condition = item.Attribute("Condition")?.Value ?? "";
        var namesUs = Contains(removed, PackageName.Id) || Contains(condition, PackageName.Id);
        if (removed.Length > 0 && (namesUs || (removed.Replace(" ", "") == "@(Analyzer)" && !Contains(condition, "%("))))
        {
            yield return new Weakening("Analyzer items are removed, the package's among them, so that source code is not checked", item.Location);
        }
    }

    private static IEnumerable<Weakening> AdditionalFiles(XmlElement item)
    {
        if (item.Attribute("Remove")?.Value is { } removed && (removed.Replace(" ", "") == "@(AdditionalFiles)" || Contains(removed, "ai-tool-policy")))
        {
            yield return new Weakening("AdditionalFiles are removed, the policy among them, so that the analyzer knows none", item.Location);
        }
    }

    // What NuGet resolved tells what such an id is; a reader of the file cannot.
    private static IEnumerable<Weakening> Ids(XmlElement item, MsBuildProperties properties)
    {
        foreach (var id in ProjectItems.Ids(item, properties))
        {
            if (id.Any(c => c > '\x7F'))
            {
                yield return new Weakening($"Package id '{PlainText.Safe(id)}' holds letters outside ASCII, which can look like those of another id", item.Location);
            }
            else if (id.IndexOf("$(", StringComparison.Ordinal) >= 0 || IsDisguised(item, id))
            {
                yield return new Weakening($"Package id '{PlainText.Safe(id)}' is computed or escaped, so that a reader of the file cannot tell it", item.Location) { IsHint = true };
            }
        }
    }

    // %41cme
    private static bool IsDisguised(XmlElement item, string id) =>
        (item.Attribute("Include") ?? item.Attribute("Update"))?.Value is { } written && written.IndexOf('%') >= 0 && !Contains(written, id) && !Contains(written, "%(");

    private static bool Names(string list, MsBuildProperties properties, string[] also) => properties.Expand(list)
        .SelectMany(value => value.Split(';'))
        .Select(id => MsBuildProperties.Unescape(id.Trim()))
        .Any(id => id.EqualsIgnoringCase(PackageName.Id) || also.Contains(id, StringComparer.OrdinalIgnoreCase));

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
