using System.Text.Json;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>Packages of no catalog that say what they are, as the tool finds them where a project was restored.</summary>
public sealed class SelfDeclaredPackageTests : IDisposable
{
    private const string Policy = """{ "name": "Test policy", "version": "1", "unknown": "UNKNOWN" }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Direct_reference_is_found_at_its_line_also_in_a_shared_file()
    {
        Restore("Contoso.Notes", "Contoso.Web");
        _folder.Write("src/App/App.csproj", Scan.Project("Contoso.Web"));
        _folder.Write("src/Directory.Build.props", Scan.Project("Contoso.Notes"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(
            "src/Directory.Build.props(3,5): warning AITP1020: Package 'Contoso.Notes' (tag 'llm') 1.0.0, direct reference · says that it is an AI tool, but is in no catalog · warned about by 'unknown' of policy 'Test policy' 1",
            Assert.Single(scan.Lines, line => line.Contains("AITP1020", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_no_reference_any_more_is_not_found()
    {
        Restore("Contoso.Notes");
        _folder.Write("src/App/App.csproj", Scan.Project("Contoso.Web"));

        Assert.DoesNotContain("AITP1020", (await Scan.Run(_folder.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_project_of_the_folder_has_nothing_to_do_with_it()
    {
        Restore("Contoso.Notes");
        _folder.Write("src/App/App.csproj", Scan.Project("Contoso.Web"));
        _folder.Write("src/App/Other.csproj", Scan.Project("Contoso.Notes"));

        Assert.DoesNotContain("AITP1020", (await Scan.Run(_folder.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_that_does_not_want_to_know_is_told_nothing()
    {
        Restore("Contoso.Notes");
        _folder.Write("src/App/App.csproj", Scan.Project("Contoso.Notes"));
        _folder.Write("ai-tool-policy.json", Policy.Replace("UNKNOWN", "ignore", StringComparison.Ordinal));

        Assert.DoesNotContain("AITP1020", (await Scan.Run(_folder.Path)).Output, StringComparison.Ordinal);
    }

    private void Restore(params string[] direct)
    {
        var packages = Path.Combine(_folder.Path, "packages");
        _folder.Write("ai-tool-policy.json", Policy.Replace("UNKNOWN", "warn", StringComparison.Ordinal));
        _folder.Write("packages/contoso.notes/1.0.0/contoso.notes.nuspec", "<package><metadata><id>Contoso.Notes</id><tags>notes llm</tags></metadata></package>");
        _folder.Write("packages/contoso.web/1.0.0/contoso.web.nuspec", "<package><metadata><id>Contoso.Web</id><tags>web</tags></metadata></package>");
        _folder.Write("src/App/obj/project.assets.json", JsonSerializer.Serialize(new
        {
            targets = new Dictionary<string, object> { ["net10.0"] = direct.ToDictionary(id => $"{id}/1.0.0", _ => new { type = "package" }) },
            libraries = direct.ToDictionary(id => $"{id}/1.0.0", id => new { type = "package", path = $"{id.ToLowerInvariant()}/1.0.0" }),
            packageFolders = new Dictionary<string, object> { [packages + Path.DirectorySeparatorChar] = new { } },
            project = new
            {
                restore = new { projectPath = Path.Combine(_folder.Path, "src/App/App.csproj") },
                frameworks = new Dictionary<string, object> { ["net10.0"] = new { dependencies = direct.ToDictionary(id => id, _ => new { target = "Package" }) } },
            },
        }));
    }
}
