using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>A requirement as Python writes it (PEP 508): <c>name[extra] >= 1.0 ; marker</c>, <c>name @ https://…</c>.</summary>
/// <param name="Version">The version itself behind <c>==</c>, else the whole specifier; null where there is none.</param>
public sealed record Requirement(string Name, string? Version)
{
    private static readonly Regex Form = new(
        @"^(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:\(?\s*(?<specifier>(?:(?:[<>!=~]=|[<>])[^;#@)]*)?)\)?\s*(?:[;#].*)?|@.*)$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private static readonly Regex Exact = new(@"^={2,3}(?<version>[^,*]+)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Null for what is no requirement: an option, a path, an address without a name.</summary>
    public static Requirement? Parse(string text)
    {
        var match = Form.Match(WithoutOptions(text.Trim()));
        return match.Success ? new Requirement(match.Groups["name"].Value, VersionOf(match.Groups["specifier"].Value)) : null;
    }

    /// <summary>A specifier as <see cref="Version"/> gives it.</summary>
    public static string? VersionOf(string? specifier)
    {
        var bare = specifier?.Replace(" ", "").Replace("\t", "") ?? "";
        return bare is "" or "*" ? null : Exact.Match(bare) is { Success: true } exact ? exact.Groups["version"].Value : bare;
    }

    // Options of one requirement follow it: --hash=sha256:…, --config-settings ….
    private static string WithoutOptions(string text) =>
        text.IndexOf(" --", StringComparison.Ordinal) is var options and > 0 ? text.Substring(0, options).TrimEnd() : text;
}
