using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>What a build leaves to the next about the repository: it must say the same again, and notice whatever could change it.</summary>
public sealed class UnchangedRepository(PackedPackage package)
{
    private const string Dated = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2999-01-01" }""";
    private const string Manifest = """{ "dependencies": { "@anthropic-ai/sdk": "1.0.0" } }""";
    private const string Warning = "package.json(1,21): warning AITP1003";

    // Where the repository's check lists no files.
    private const string Cache = "obj/cache";

    private Repository NewRepository() => new Repository(package).AddPolicy(Dated, """ "generic": "allow",""").AddApp("App", "net10.0").Add("package.json", Manifest);

    private static string[] Notes(Repository repository) => Directory.GetFiles(Path.Combine(repository.Root, Cache), "*.note", SearchOption.AllDirectories);

    private static Task<BuildResult> BuildAsync(Repository repository, params string[] more) => repository.BuildAsync(["App", $"-p:AiToolPolicyCache={Cache}", .. more]);

    [Fact]
    public async Task IsNotInspectedAgain_andIsAsLoudAsBefore()
    {
        using var repository = NewRepository();
        var first = await BuildAsync(repository, LogTo("first"));
        var note = Notes(repository).Single();
        var written = File.GetLastWriteTimeUtc(note);

        var second = await BuildAsync(repository, LogTo("second"));

        Assert.Equal((Warning, Warning), (first.Places, second.Places));
        Assert.Equal(Lines("first"), Lines("second"));
        Assert.Equal(3, Lines("first").Count);
        Assert.Equal(written, File.GetLastWriteTimeUtc(note));

        // The note is believed as long as nothing has changed; one that cannot be read is no note.
        var text = await File.ReadAllTextAsync(note, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(note, text[..(text.IndexOf("result\n", StringComparison.Ordinal) + 7)] + "!", TestContext.Current.CancellationToken);
        Assert.Equal(Warning, (await BuildAsync(repository)).Places);

        string LogTo(string name) => $"-flp:Verbosity=diagnostic;LogFile={Path.Combine(repository.Root, "obj", name)}.log";

        // The summary, and what the records of repository and project say of what was read.
        List<string> Lines(string name) => [.. File.ReadLines(Path.Combine(repository.Root, "obj", $"{name}.log"))
            .Where(line => line.Contains("(projects report their own)", StringComparison.Ordinal) || line.Contains("\"inputs\":", StringComparison.Ordinal))
            .Select(line => line[line.IndexOfAny(['A', '"'])..]).Distinct()];
    }

    [Theory]
    [InlineData("package.json", "\n" + Manifest, "package.json(2,21): warning AITP1003")]
    [InlineData("package.json", "{ }", "")]
    [InlineData("package.json", null, "")]
    [InlineData("CLAUDE.md", "Be brief.", "CLAUDE.md(1,1): warning AITP1006\n" + Warning)]
    [InlineData(".gitignore", "package.json", "")]
    [InlineData("ai-tool-policy.json", """{ "name": "Contoso", "rules": [ { "id": "r", "tools": ["vendor:anthropic"], "action": "deny" } ] }""", "package.json(1,21): error AITP1003")]
    [InlineData("docs/ai-tool-policy.json", "{ ", "docs/ai-tool-policy.json(1,3): error AITP3001\n" + Warning)]
    [InlineData("ai-tool-exemptions.json", """{ "exemptions": [ { "tool": "anthropic-api", "paths": ["package.json"], "owner": "team@contoso.example", "justification": "A migration that is under way.", "expires": "SOON" } ] }""", "")]
    public async Task IsInspectedAgain_whenAFileChanges(string path, string? text, string expected)
    {
        using var repository = NewRepository();
        Assert.Equal(Warning, (await BuildAsync(repository)).Places);
        if (text is null)
        {
            File.Delete(Path.Combine(repository.Root, path));
        }
        else
        {
            repository.Add(path, text.Replace("SOON", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        Assert.Equal(expected, (await BuildAsync(repository)).Places);
    }

    [Fact]
    public async Task IsInspectedAgain_whereThePolicyStandsAboveIt_asItsExemptionsDoToo()
    {
        using var repository = new Repository(package).AddPolicy(Dated, """ "generic": "allow",""").AddApp("Inner/App", "net10.0").Add("Inner/package.json", Manifest);
        Directory.CreateDirectory(Path.Combine(repository.Root, "Inner/.git"));
        repository.Add("ai-tool-exemptions.json", $$"""{ "exemptions": [ { "tool": "anthropic-api", "owner": "team@contoso.example", "justification": "A migration that is under way.", "expires": "{{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}}" } ] }""");
        Assert.Equal("", (await repository.BuildAsync("Inner/App")).Places);

        File.Delete(Path.Combine(repository.Root, "ai-tool-exemptions.json"));

        Assert.Equal("Inner/" + Warning, (await repository.BuildAsync("Inner/App")).Places);
    }

    [Fact]
    public async Task IsInspectedAgain_whenTheBuildAsksOtherwise()
    {
        using var repository = NewRepository();
        Assert.Equal(Warning, (await BuildAsync(repository)).Places);

        Assert.Equal("package.json(1,21): error AITP1003", (await BuildAsync(repository, "-p:AiToolPolicyAsOf=2999-01-01")).Places);
        Assert.Equal("package.json(1,21): error AITP1003", (await BuildAsync(repository, "-p:AiToolPolicyAsOf=2999-01-01")).Places);
        Assert.Equal(Warning, (await BuildAsync(repository)).Places);
    }
}
