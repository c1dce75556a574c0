using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files.Machine;

namespace AiToolPolicy.Tool.Tests;

/// <summary>One run of the tool in this process, on 2026-07-10.</summary>
internal sealed record Scan(int Code, string Output, string Error)
{
    /// <summary>A policy that denies Acme with a catalog of its own, so that no test depends on the product's.</summary>
    public const string Policy =
        """
        {
          "name": "Test policy", "version": "1", "default": "notice",
          "rules": [
            { "id": "no-acme", "tools": ["acme-api"], "action": "deny" },
            { "id": "not-yet", "tools": ["acme-code"], "action": "deny", "effective": "2026-08-01", "before": "warn" }
          ],
          "catalog": [
            { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
              { "id": "acme-api", "name": "Acme API", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Acme" }, { "kind": "env", "value": "ACME_AGENT", "role": "agent-session" } ] },
              { "id": "acme-code", "name": "Acme Code", "category": "agent-cli", "signatures": [
                { "kind": "path", "value": "**/ACME.md", "match": "glob", "role": "instructions", "matches": ["ACME.md"], "ignores": ["acme.txt"] } ] } ] }
          ]
        }
        """;

    public static readonly Day Today = new(2026, 7, 10);

    /// <summary>The lines of the output without the empty ones.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Summary => Lines[^1];

    public static Task<Scan> Run(params string[] arguments) => Run(arguments, false, TestContext.Current.CancellationToken);

    public static Task<Scan> Run(string[] arguments, bool hasColour, CancellationToken cancellation) => Command(["scan", .. arguments], hasColour, cancellation);

    /// <summary>Any command, named first.</summary>
    /// <param name="variables">Names of environment variables that are set.</param>
    public static async Task<Scan> Command(string[] arguments, bool hasColour = false, CancellationToken cancellation = default, string[]? variables = null, MachinePlaces? machine = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(arguments, new Surroundings(output, error, Today, hasColour) { Variables = variables ?? [], Machine = machine ?? new MachinePlaces("", []) }, cancellation);
        return new Scan(code, output.ToString(), error.ToString());
    }

    public static string Project(params string[] packages) =>
        "<Project>\n  <ItemGroup>\n" + string.Concat(packages.Select(id => $"    <PackageReference Include=\"{id}\" Version=\"1.0.0\" />\n")) + "  </ItemGroup>\n</Project>\n";
}
