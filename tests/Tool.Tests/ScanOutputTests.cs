using AiToolPolicy.Files;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary><c>scan-output</c>: what a build made, wherever it lies and whatever git says of it.</summary>
public sealed class ScanOutputTests : IDisposable
{
    private const string Policy = """
        { "name": "P", "rules": [{ "tools": ["acme"], "action": "deny" }],
          "catalog": [{ "vendor": { "id": "acme", "name": "Acme" }, "tools": [{ "id": "acme", "name": "Acme", "category": "llm-sdk", "signatures": [
            { "kind": "assembly", "value": "AiToolPolicy.Files", "confidence": "high", "source": "test" },
            { "kind": "nuget", "value": "Acme.Client", "confidence": "high", "source": "test" }] }] }] }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Assemblies_and_library_lists_are_read_in_every_folder_by_what_they_are()
    {
        _folder.Write("ai-tool-policy.json", Policy);
        _folder.Write(".gitignore", "bin/\n");
        _folder.Write("bin/Release/net10.0/publish/App.deps.json", """{ "targets": { "net10.0": {} }, "libraries": { "Acme.Client/1.0.0": { "type": "package" } } }""");
        _folder.Write("bin/Release/net10.0/publish/native.dll", "");
        File.Copy(typeof(RepositoryFiles).Assembly.Location, Path.Combine(_folder.Path, "bin/Release/net10.0/publish/Helper.dll"));

        var (code, output, _) = await Scan.Command(["scan-output", Path.Combine(_folder.Path, "bin")], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("Release/net10.0/publish/App.deps.json(1,48): error AITP1001: Package 'Acme.Client' 1.0.0", output, StringComparison.Ordinal);
        Assert.Contains("Release/net10.0/publish/Helper.dll(1,1): error AITP1002: Assembly 'Helper.dll' ", output, StringComparison.Ordinal);
        Assert.Contains("which is 'AiToolPolicy.Files' by its name", output, StringComparison.Ordinal);
        Assert.Contains("3 files inspected", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_must_be_named() => Assert.Equal(2, (await Scan.Command(["scan-output"], cancellation: TestContext.Current.CancellationToken)).Code);
}
