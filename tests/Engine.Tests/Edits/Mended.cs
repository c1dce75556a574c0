using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Edits;

/// <summary>What is left of a file when everything that the policy denies in it is mended.</summary>
internal static class Mended
{
    public static LoadedPolicy Policy { get; } = Load("""
        { "default": "allow", "unknown": "allow", "generic": "allow",
          "rules": [
            { "tools": ["acme"], "action": "deny", "useInstead": ["banned-too", "globex"] },
            { "tools": ["banned-too"], "action": "deny", "effective": "2999-01-01" } ],
          "catalog": [
            { "vendor": { "id": "acme", "name": "Acme" }, "tools": [ { "id": "acme", "name": "Acme", "category": "llm-api", "signatures": [
              { "kind": "nuget", "value": "Acme", "role": "client" }, { "kind": "nuget", "value": "Acme.", "match": "prefix", "role": "client", "matches": ["Acme.Client"], "ignores": ["Acmes"] },
              { "kind": "nuget", "value": "Acme.Glue", "role": "connector" }, { "kind": "assembly", "value": "Acme.Client" },
              { "kind": "npm", "value": "acme", "role": "client" }, { "kind": "npm", "value": "@acme/", "match": "prefix", "role": "client", "matches": ["@acme/sdk"], "ignores": ["@acmes/sdk"] },
              { "kind": "vscode-extension", "value": "acme.pilot" }, { "kind": "path", "value": "ACME.md" } ] } ] },
            { "vendor": { "id": "globex", "name": "Globex" }, "tools": [ { "id": "globex", "name": "Globex", "category": "llm-api", "signatures": [
              { "kind": "nuget", "value": "Globex.", "match": "prefix", "role": "client", "matches": ["Globex.Client"], "ignores": ["Globexs"] }, { "kind": "nuget", "value": "Globex.Glue", "role": "connector" },
              { "kind": "nuget", "value": "Globex.Client", "role": "client" }, { "kind": "nuget", "value": "Globex.Weak", "role": "client", "confidence": "medium" },
              { "kind": "npm", "value": "@globex/sdk", "role": "client" }, { "kind": "vscode-extension", "value": "globex.pilot" } ] } ] },
            { "vendor": { "id": "banned", "name": "Banned" }, "tools": [ { "id": "banned-too", "name": "Banned", "category": "llm-api", "signatures": [
              { "kind": "nuget", "value": "Banned.Client", "role": "client" } ] } ] } ] }
        """);

    /// <summary>Everything taken out; whatever could not be is an error of the test, and so is whatever is found in the result.</summary>
    public static string Without(string path, string text)
    {
        var mended = Mend(path, text, (file, finding) => FileMender.Remove(file, Target(finding)));
        Assert.Empty(Findings(path, mended.Text));
        return mended.Text;
    }

    /// <summary>Everything replaced by its first counterpart, whose version is known where <paramref name="version"/> says it.</summary>
    public static string Replaced(string path, string text, string? version = null)
    {
        var mended = Mend(path, text, (file, finding) =>
            FileMender.Replace(file, Target(finding), new Counterpart(Counterparts.Of(finding, Policy, Sample.Today)[0], version)));
        Assert.Empty(Findings(path, mended.Text));
        return mended.Text;
    }

    /// <summary>The reasons for which nothing was taken out.</summary>
    public static string Refusals(string path, string text, string? insteadOf = null)
    {
        var findings = Findings(path, text);
        var file = new SourceFile(path, text);
        return string.Join("\n", findings.Select(f => insteadOf is null ? FileMender.Remove(file, Target(f)) : FileMender.Replace(file, Target(f), new Counterpart(insteadOf))).Select(e => e.Refusal));
    }

    public static IReadOnlyList<Finding> Findings(string path, string text) =>
        [.. PolicyCheck.Run(new CheckRequest(Policy, [InputFile.Of(path, text)], Sample.Today)).Findings.Where(f => f.Rule != Rules.InputNotInspected)];

    public static EditTarget Target(Finding finding) => new(finding.Location, finding.Subject!.Seen);

    private static LoadedPolicy Load(string text)
    {
        var loaded = PolicyFile.Load(new SourceFile("ai-tool-policy.json", text), new ToolCatalog(CatalogData.Empty));
        Assert.Equal("", Rendered.Lines(loaded.Findings));
        return loaded;
    }

    private static MendedFile Mend(string path, string text, Func<SourceFile, Finding, FileEdit> edit)
    {
        var findings = Findings(path, text);
        Assert.NotEmpty(findings);
        var mended = FileMender.Mend(new SourceFile(path, text), findings.Select(Target), (file, target) => edit(file, findings.First(f => Target(f) == target)));
        Assert.Equal("", string.Join("\n", mended.Outcomes.Select(o => o.Refusal).OfType<string>()));
        return mended;
    }
}
