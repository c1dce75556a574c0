using static AiToolPolicy.Engine.Findings.RuleCategory;

namespace AiToolPolicy.Engine.Findings;

/// <summary>The one table of rules. Roslyn descriptors, SARIF rules, the README's table and the rule pages are derived from it or checked against it.</summary>
public static class Rules
{
    public static readonly Rule Package = new("AITP1001", Restriction, "Restricted package",
        "A restricted AI tool is referenced as a package: directly, transitively, as a tool package, an MSBuild SDK or a download, or stands in a NuGet lock file or packages.config.");

    public static readonly Rule Assembly = new("AITP1002", Restriction, "Restricted assembly reference",
        "A referenced assembly belongs to a restricted AI tool, by its metadata, whatever the file is called.");

    public static readonly Rule Manifest = new("AITP1003", Restriction, "Restricted tool in a manifest",
        "A tool or package manifest (dotnet-tools.json, package.json, lock files, Python, Go and Rust manifests, Brewfile, winget, mise, pre-commit) names a restricted AI tool.");

    public static readonly Rule Pipeline = new("AITP1004", Restriction, "Restricted tool in a pipeline or container",
        "A pipeline, container, development environment or script uses a restricted AI tool.");

    public static readonly Rule Extension = new("AITP1005", Restriction, "Restricted editor extension",
        "An editor extension or plug-in of a restricted AI tool is recommended, required or switched on.");

    public static readonly Rule AgentFile = new("AITP1006", Restriction, "Restricted tool's agent file",
        "A file that only a restricted AI tool reads (instructions, rules, settings, commands, ignore file) stands in the repository.");

    public static readonly Rule McpServer = new("AITP1007", Restriction, "Restricted MCP server",
        "An MCP server is configured that the policy restricts, or that is not on its allow list.");

    public static readonly Rule Setting = new("AITP1008", Restriction, "Restricted endpoint, model or key in configuration",
        "Configuration names a host, base URL, model or key variable of a restricted AI tool. Names are shown, values never.");

    public static readonly Rule Api = new("AITP1009", Restriction, "Restricted API in source",
        "Source code uses a type, member or namespace of a restricted AI tool's package.");

    public static readonly Rule Literal = new("AITP1010", Restriction, "Restricted endpoint, model or command in a literal",
        "A literal in source code holds a host, model, key variable or command of a restricted AI tool.");

    public static readonly Rule Agent = new("AITP1011", Restriction, "Build run by a restricted agent",
        "This build is being run by a restricted AI agent, as the environment variables that agents set tell. Names are shown, values never.");

    public static readonly Rule Machine = new("AITP1012", Restriction, "Restricted tool on this machine",
        "A restricted AI tool is installed on this machine. Checked on request only; names and paths stay on the machine.");

    public static readonly Rule Unknown = new("AITP1020", Restriction, "Possible AI tool in no catalog",
        "Something looks like an AI tool but is in no catalog; the policy decides what that means.");

    public static readonly Rule HiddenCharacters = new("AITP1021", Restriction, "Hidden characters in an instruction file",
        "An AI instruction or rules file holds characters that a reader does not see and a model does.");

    public static readonly Rule ExemptionIncomplete = new("AITP2001", Exemption, "Exemption incomplete",
        "An exemption lacks its justification, owner or expiry, or they are not acceptable; it exempts nothing.");

    public static readonly Rule ExemptionExpired = new("AITP2002", Exemption, "Exemption expired",
        "An exemption has expired; it exempts nothing any more.");

    public static readonly Rule ExemptionExpiresSoon = new("AITP2003", Exemption, "Exemption expires soon",
        "An exemption will expire within the policy's notice period.");

    public static readonly Rule MatchesNothing = new("AITP2004", Exemption, "Entry matches nothing, or everything",
        "An exemption matches nothing any more and can be removed, or narrows nothing down.");

    public static readonly Rule ExemptionNotPermitted = new("AITP2005", Exemption, "Exemption not permitted",
        "An exemption is not permitted here: the rule is not exemptable, the period is too long, or the approval is missing.");

    public static readonly Rule PolicyInvalid = new("AITP3001", Check, "Policy, catalog or exemption file invalid",
        "A policy, catalog or exemption file has a mistake at the line shown.");

    public static readonly Rule PolicyMissing = new("AITP3002", Check, "Policy missing",
        "A policy that was named is missing, cannot be read, or is not the expected one.");

    public static readonly Rule PolicyRelaxed = new("AITP3003", Check, "Lower layer relaxes the policy",
        "A lower policy layer tries to relax what an upper layer has fixed; the upper layer holds.");

    public static readonly Rule CheckWeakened = new("AITP3004", Check, "Check weakened",
        "A setting weakens the check.");

    public static readonly Rule InputNotInspected = new("AITP3005", Check, "Input not inspected",
        "An input could not be inspected: malformed, too large or unreadable.");

    public static readonly Rule CheckFailed = new("AITP3006", Check, "The check itself failed",
        "AiToolPolicy failed to do its work; please report it. The build's result does not depend on it.");

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Package, Assembly, Manifest, Pipeline, Extension, AgentFile, McpServer, Setting, Api, Literal, Agent, Machine, Unknown, HiddenCharacters,
        ExemptionIncomplete, ExemptionExpired, ExemptionExpiresSoon, MatchesNothing, ExemptionNotPermitted,
        PolicyInvalid, PolicyMissing, PolicyRelaxed, CheckWeakened, InputNotInspected, CheckFailed,
    ];

    /// <summary>The rule of that id, compared without case, or null.</summary>
    public static Rule? ById(string id) => All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
