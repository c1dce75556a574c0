namespace AiToolPolicy.Tool.Tests;

/// <summary>One run of <c>fix</c> in this process, on 2026-07-10.</summary>
internal sealed record Fix(int Code, string Output, string Error)
{
    /// <summary>A policy that denies Acme and permits Globex instead, both of a catalog of its own.</summary>
    public const string Policy =
        """
        {
          "name": "Test policy", "version": "1", "default": "notice", "unknown": "allow", "generic": "allow",
          "rules": [
            { "id": "no-acme", "tools": ["acme"], "action": "deny", "useInstead": ["globex"] },
            { "id": "not-yet", "tools": ["acme-code"], "action": "deny", "effective": "2026-08-01", "before": "warn" }
          ],
          "catalog": [
            { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
              { "id": "acme", "name": "Acme", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Acme", "role": "client" }, { "kind": "npm", "value": "acme", "role": "client" } ] },
              { "id": "acme-code", "name": "Acme Code", "category": "agent-cli", "signatures": [
                { "kind": "nuget", "value": "Acme.Code", "role": "client" },
                { "kind": "path", "value": "**/ACME.md", "match": "glob", "role": "instructions", "matches": ["ACME.md"], "ignores": ["acme.txt"] } ] } ] },
            { "vendor": { "id": "globex", "name": "Globex" }, "tools": [
              { "id": "globex", "name": "Globex", "category": "llm-api", "signatures": [
                { "kind": "nuget", "value": "Globex", "role": "client" }, { "kind": "nuget", "value": "Globex.Extra", "role": "client" }, { "kind": "npm", "value": "globex", "role": "client" } ] } ] } ]
        }
        """;

    /// <summary>The lines on the error output.</summary>
    public string[] Lines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Fix> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(["fix", .. arguments], new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);
        return new Fix(code, output.ToString(), error.ToString());
    }
}
