using AiToolPolicy.Files.Machine;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary><c>doctor</c> in made home folders.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Policy = """
        {
          "name": "P",
          "rules": [{ "tools": ["acme"], "action": "deny" }, { "tools": ["globe"], "action": "deny" }],
          "catalog": [{ "vendor": { "id": "acme", "name": "Acme" }, "tools": [
            { "id": "acme", "name": "Acme", "category": "agent-cli", "signatures": [
              { "kind": "command", "value": "acme-cli" }, { "kind": "npm", "value": "@acme/cli" }, { "kind": "nuget", "value": "Acme.Cli" },
              { "kind": "vscode-extension", "value": "acme.code" }, { "kind": "jetbrains-plugin", "value": "acme-plugin" },
              { "kind": "path", "value": "**/.acme/**", "match": "glob", "role": "settings", "matches": [".acme/a"], "ignores": ["acme/a"] },
              { "kind": "path", "value": "**/.acme/rules/**", "match": "glob", "role": "rules", "matches": [".acme/rules/a"], "ignores": ["acme/a"] } ] },
            { "id": "globe", "name": "Globe", "category": "agent-cli", "signatures": [
              { "kind": "command", "value": "gl", "needsSecondSign": true }, { "kind": "npm", "value": "globe-cli" } ] } ] }]
        }
        """;

    private readonly TempFolder _folder = new();

    private string Home => Path.Combine(_folder.Path, "home");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_installed_is_named_with_the_way_to_remove_it()
    {
        Put("bin/acme-cli", ".dotnet/tools/.store/acme.cli/1.2.0/x", "prefix/bin/node", "prefix/lib/node_modules/@acme/cli/package.json",
            ".vscode/extensions/acme.code-2.0.1-linux-x64/package.json", ".local/share/JetBrains/Rider2026.2/acme-plugin/lib/a.jar", ".acme/settings.json");

        var output = await RunAsync("bin", "prefix/bin");

        Assert.Equal(1, output.Code);
        Assert.Equal(
            [
                ".NET tool 'acme.cli' in ~/.dotnet/tools 1.2.0 … To remove it: dotnet tool uninstall -g acme.cli",
                "Command 'acme-cli' in ~/bin … To remove it: delete ~/bin/acme-cli",
                "Extension 'acme.code' in ~/.vscode/extensions 2.0.1 … To remove it: code --uninstall-extension acme.code",
                "Plug-in 'acme-plugin' in ~/.local/share/JetBrains/Rider2026.2 … To remove it: uninstall it in the editor's settings, or delete ~/.local/share/JetBrains/Rider2026.2/acme-plugin",
                "User folder '~/.acme' … To remove it: delete ~/.acme",
                "npm package '@acme/cli' in ~/prefix/lib/node_modules … To remove it: npm uninstall -g @acme/cli",
            ],
            Found(output));
        Assert.All(output.Lines.Where(line => line.Contains("AITP", StringComparison.Ordinal)), line => Assert.StartsWith("ai-tool-policy.json(3,13): error AITP1012: ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(Home, output.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_command_really_lies_tells_how_it_is_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        Put("opt/lib/node_modules/@acme/cli/run.js", "opt/Cellar/acme/1.0/bin/acme-cli", "a/x", "b/x");
        File.CreateSymbolicLink(Path.Combine(Home, "a/acme-cli"), Path.Combine(Home, "opt/lib/node_modules/@acme/cli/run.js"));
        File.CreateSymbolicLink(Path.Combine(Home, "b/acme-cli"), Path.Combine(Home, "opt/Cellar/acme/1.0/bin/acme-cli"));

        Assert.Equal(
            ["Command 'acme-cli' in ~/a … To remove it: npm uninstall -g @acme/cli", "Command 'acme-cli' in ~/b … To remove it: brew uninstall acme"],
            Found(await RunAsync("a", "b")));
    }

    [Fact]
    public async Task A_command_that_may_be_another_programs_needs_a_second_sign()
    {
        Put("bin/gl", "prefix/bin/node");
        var alone = await RunAsync("bin", "prefix/bin");
        Put("prefix/lib/node_modules/globe-cli/package.json");
        var both = await RunAsync("bin", "prefix/bin");

        Assert.Equal((0, 0), (alone.Code, Found(alone).Count));
        Assert.Equal(2, Found(both).Count);
    }

    [Fact]
    public async Task An_empty_machine_and_folders_of_others_are_clean()
    {
        Put("bin/git", ".config/a", ".acme-notes/settings.json", "acme/settings.json", ".ssh/config", ".vscode/extensions/other.acme.code-1.0.0/package.json");

        var output = await RunAsync("bin", "relative", Path.Combine(Home, "missing"));

        Assert.Equal((0, 0), (output.Code, Found(output).Count));
    }

    private void Put(params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write(Path.Combine("home", file), "");
        }
    }

    private async Task<Scan> RunAsync(params string[] commandFolders)
    {
        var policy = _folder.Write("ai-tool-policy.json", Policy);
        return await Scan.Command(["doctor", "--policy", policy], cancellation: TestContext.Current.CancellationToken, machine: new MachinePlaces(Home, [.. commandFolders.Select(folder => Path.Combine(Home, folder))]));
    }

    private static List<string> Found(Scan output) =>
    [
        .. output.Lines.Where(line => line.Contains(": error AITP1012: ", StringComparison.Ordinal))
            .Select(line => line.Split(": error AITP1012: ")[1].Split(" · "))
            .Select(parts => $"{parts[0]} … {parts[^1]}")
            .Order(StringComparer.Ordinal),
    ];
}
