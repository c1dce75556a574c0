using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection;

/// <summary>What the inspectors see on the surfaces beyond packages, by a catalog of invented vendors.</summary>
internal static class Seen
{
    public static ToolCatalog Catalog { get; } = new(Sample.Read("""
        { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
          { "id": "acme-pilot", "name": "Acme Pilot", "category": "ide-assistant", "signatures": [
            { "kind": "vscode-extension", "value": "acme.pilot" }, { "kind": "vscode-extension", "value": "acme.cloud", "needsSecondSign": true },
            { "kind": "vscode-extension", "value": "acme.labs", "needsSecondSign": true },
            { "kind": "jetbrains-plugin", "value": "com.acme.pilot" },
            { "kind": "editor-setting", "value": "acme.pilot.", "match": "prefix" }, { "kind": "editor-setting", "value": "pilot_predictions" },
            { "kind": "path", "value": "**/.zed/settings.json", "match": "glob", "role": "settings", "needsSecondSign": true },
            { "kind": "path", "value": "**/.acme/mcp.json", "match": "glob", "role": "mcp-config" },
            { "kind": "path", "value": "**/.acme/settings.json", "match": "glob", "role": "settings" },
            { "kind": "path", "value": "**/PILOT.md", "match": "glob", "role": "instructions" },
            { "kind": "path", "value": "**/.pilot.yml", "match": "glob", "role": "settings" },
            { "kind": "command", "value": "acme-agent" }, { "kind": "command", "value": "ac", "needsSecondSign": true } ] },
          { "id": "acme-api", "name": "Acme API", "category": "llm-api", "modelVendor": "acme", "signatures": [
            { "kind": "npm", "value": "@acme/", "match": "prefix" }, { "kind": "npm", "value": "turncoat", "versions": ">=2.0.0" },
            { "kind": "pypi", "value": "acme-mcp" }, { "kind": "nuget", "value": "Acme.Mcp" },
            { "kind": "docker-image", "value": "acme/server" }, { "kind": "docker-image", "value": "ghcr.io/acme/", "match": "prefix" },
            { "kind": "mcp-server", "value": "acme-search" },
            { "kind": "host", "value": "acme.example", "match": "domain" }, { "kind": "host", "value": "api.many.example/acme", "match": "prefix" },
            { "kind": "host", "value": "localhost:11111" }, { "kind": "host", "value": "run.*.cloud.example", "match": "glob" },
            { "kind": "model", "value": "acme-", "match": "prefix" }, { "kind": "model", "value": "ac1", "match": "prefix", "needsSecondSign": true },
            { "kind": "env", "value": "ACME_API_KEY", "role": "key" }, { "kind": "env", "value": "ACME_RUN_", "match": "prefix", "role": "setting" },
            { "kind": "env", "value": "ACME_AGENT", "role": "agent-marker" },
            { "kind": "configuration-key", "value": "Acme:ApiKey" }, { "kind": "configuration-key", "value": "AcmeCloud:", "match": "prefix" } ] } ] }
        """, """
        { "vendor": { "id": "globex", "name": "Globex" }, "tools": [
          { "id": "globex-cloud", "name": "Globex Cloud", "category": "llm-api", "signatures": [
            { "kind": "host", "value": "globex.example", "match": "domain" },
            { "kind": "resource-type", "value": "Globex.Smart/accounts#Chat" }, { "kind": "resource-type", "value": "Globex.Smart/accounts/talks", "match": "prefix" },
            { "kind": "resource-type", "value": "*smart*#Acme", "match": "glob", "modelVendor": "acme" }, { "kind": "resource-type", "value": "globex_smart_", "match": "prefix" },
            { "kind": "resource-type", "value": "br*avm/res/smart/account#Chat", "match": "glob" }, { "kind": "resource-type", "value": "*ai/smart.bicep", "match": "glob" },
            { "kind": "resource-type", "value": "Globex/avm-smart/globex#Chat" }, { "kind": "resource-type", "value": "globex::Smart::", "match": "prefix" },
            { "kind": "model", "value": "acme.acme-", "match": "prefix", "modelVendor": "acme" },
            { "kind": "model", "value": "*.acme.acme-*", "match": "glob", "modelVendor": "acme" } ] } ] }
        """, """
        { "generic": [ { "kind": "path", "value": "**/.mcp.json", "match": "glob", "role": "mcp-config" }, { "kind": "path", "value": "**/AGENTS.md", "match": "glob", "role": "instructions" }, { "kind": "path", "value": "**/SKILL.md", "match": "glob", "role": "instructions" }, { "kind": "path", "value": "**/skills/*/**/*.md", "match": "glob", "role": "instructions", "needsSecondSign": true },
            { "kind": "path", "value": "**/.vscode/mcp.json", "match": "glob", "role": "mcp-config" }, { "kind": "editor-setting", "value": "chat.agent.enabled" } ],
          "suspects": [ { "kind": "vscode-extension", "value": "copilot", "match": "word", "confidence": "low" } ] }
        """));

    /// <summary>What counts in one file, one line each; a problem fails the test.</summary>
    public static string In(string path, string text)
    {
        var context = Inspect(InputFile.Of(path, text));
        Assert.Equal("", Rendered.Lines(context.Problems));
        return Lines(context).Replace(path + "(", "(", StringComparison.Ordinal);
    }

    /// <summary>Without what is known by its path alone.</summary>
    public static string Inside(string path, string text) =>
        string.Join('\n', In(path, text).Split('\n').Where(line => !line.StartsWith("(1,1)-(1,1): AgentFile", StringComparison.Ordinal)));

    public static string Lines(InspectionContext context) => Rendered.Lines(EvidenceMerge.Merge(SecondSigns.Settle(context.Evidence, context.Waiting)));

    public static InspectionContext Inspect(params IEnumerable<InputFile> files)
    {
        var all = files.ToList();
        var context = new InspectionContext(Catalog, ReferenceSites.None, new CentralVersions(all));
        foreach (var (file, inspector) in all.SelectMany(f => Inspectors.All.Where(i => i.Reads(f)).Select(i => (f, i))))
        {
            inspector.Inspect(file, context);
        }

        return context;
    }

    public static CheckResult Check(string? policy, params IEnumerable<InputFile> files) =>
        PolicyCheck.Run(new CheckRequest(
            policy is null ? LoadedPolicy.None(Catalog) : PolicyFile.Load(new SourceFile("ai-tool-policy.json", policy), Catalog), [.. files], Sample.Today));
}
