using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>A repository with policies in its folders: each file is judged by the layers that hold where it stands.</summary>
public sealed class NearerPolicyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public NearerPolicyTests()
    {
        Directory.CreateDirectory(_folder.In(".git"));
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        foreach (var place in new[] { "", "a/", "a/b/", "c/" })
        {
            _folder.Write(place + "ACME.md", "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_file_is_judged_by_the_layers_from_its_folder_up()
    {
        _folder.Write("a/ai-tool-policy.json", """{ "name": "A", "rules": [ { "tools": ["acme-code"], "action": "deny" } ] }""");
        _folder.Write("a/b/ai-tool-policy.json", """{ "name": "B", "default": "deny", "rules": [ { "tools": ["acme-code"], "action": "warn" } ] }""");

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(
            ["ACME.md(1,1): warning AITP1006", "a/ACME.md(1,1): error AITP1006", "a/b/ACME.md(1,1): error AITP1006", "a/b/ai-tool-policy.json(1,82): error AITP3003", "c/ACME.md(1,1): warning AITP1006"],
            Places(scan));
        Assert.StartsWith("policy 'Test policy' 1 and 2 nearer policies, as of 2026-07-10: 4 files inspected, 3 errors, 2 warnings", scan.Summary, StringComparison.Ordinal);
        Assert.Equal(Places(scan).Where(line => line.StartsWith("a/b/", StringComparison.Ordinal)), Places(await Scan.Run(_folder.In("a/b"))));
    }

    [Fact]
    public async Task Tools_that_a_nearer_policy_defines_are_known_in_its_folder_only()
    {
        const string Globex = """
            { "name": "A", "rules": [ { "tools": ["globex"], "action": "deny" } ],
              "catalog": [ { "vendor": { "id": "globex", "name": "Globex" }, "tools": [
                { "id": "globex", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Globex" } ] } ] } ] }
            """;
        _folder.Write("a/ai-tool-policy.json", Globex);
        _folder.Write("a/A.csproj", Scan.Project("Globex", "Acme"));
        _folder.Write("c/C.csproj", Scan.Project("Globex", "Acme"));

        var places = Places(await Scan.Run(_folder.Path));

        Assert.Equal(["a/A.csproj(3,5): error AITP1001", "a/A.csproj(4,5): error AITP1001", "c/C.csproj(4,5): error AITP1001"], places.Where(line => line.Contains(".csproj", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Folder_with_a_policy_below_a_root_without_one_is_no_inventory()
    {
        File.Move(_folder.In("ai-tool-policy.json"), _folder.In("a/ai-tool-policy.json"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(["a/ACME.md(1,1): warning AITP1006", "a/b/ACME.md(1,1): warning AITP1006"], Places(scan));
        Assert.DoesNotContain("inventory", scan.Output, StringComparison.Ordinal);
        Assert.Contains("no policy and 1 nearer policy", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistake_in_a_nearer_policy_is_told_once_and_the_layers_above_hold()
    {
        _folder.Write("a/ai-tool-policy.json", "{ \"name\": ");
        _folder.Write("ai-tool-policy.json", Scan.Policy.Replace("\"name\": \"Test policy\"", "\"nmae\": \"Test policy\"", StringComparison.Ordinal));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(2, scan.Code);
        Assert.Equal(
            ["ACME.md(1,1): warning AITP1006", "a/ACME.md(1,1): warning AITP1006", "a/ai-tool-policy.json(1,11): error AITP3001", "a/b/ACME.md(1,1): warning AITP1006", "ai-tool-policy.json(2,3): error AITP3001", "c/ACME.md(1,1): warning AITP1006"],
            Places(scan));
    }

    [Fact]
    public async Task Exemption_that_is_good_for_one_folder_is_of_use()
    {
        const string Terms = "\"justification\": \"Needed for the migration.\", \"owner\": \"a@b.example\"";
        _folder.Write("a/ai-tool-policy.json", """{ "name": "A", "rules": [ { "tools": ["acme-code"], "action": "deny" } ] }""");
        _folder.Write("c/ai-tool-policy.json", """{ "name": "C", "exemptions": { "maxDays": 10 } }""");
        _folder.Write("ai-tool-exemptions.json", $$"""
            { "exemptions": [
              { "tool": "acme-code", "paths": ["a/**"], {{Terms}}, "expires": "2026-08-20" },
              { "tool": "acme-code", "paths": ["c/**"], {{Terms}}, "expires": "2026-08-21" } ] }
            """);

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(["ACME.md(1,1): warning AITP1006", "c/ACME.md(1,1): warning AITP1006"], Places(scan).Where(line => line.Contains("AITP1", StringComparison.Ordinal)));
        Assert.EndsWith("2 exempted", scan.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("ai-tool-exemptions.json(2", scan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearer_policy_that_is_left_out_or_passed_over_by_a_named_one_does_not_count()
    {
        _folder.Write("a/ai-tool-policy.json", """{ "name": "A", "rules": [ { "tools": ["acme-code"], "action": "deny" } ] }""");

        var excluded = await Scan.Run(_folder.Path, "--exclude", "a/ai-tool-policy.json");
        var named = await Scan.Run(_folder.Path, "--policy", _folder.In("ai-tool-policy.json"));

        Assert.DoesNotContain(Places(excluded).Concat(Places(named)), line => line.Contains("error", StringComparison.Ordinal));
    }

    private static List<string> Places(Scan scan) =>
    [
        .. scan.Lines.Where(line => line.Contains(": error AITP", StringComparison.Ordinal) || line.Contains(": warning AITP", StringComparison.Ordinal))
            .Select(line => line[..(line.IndexOf("AITP", StringComparison.Ordinal) + 8)]),
    ];
}
