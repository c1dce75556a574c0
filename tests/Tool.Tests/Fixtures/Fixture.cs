using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Tests.Documents;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Tests.Fixtures;

/// <summary>A small repository with what is to be found in it: <c>tests/Fixtures/SITUATION/repo</c>, <c>expected.txt</c> and, where they are needed, a policy and the assemblies that lie in the repository.</summary>
internal sealed record Fixture(string Situation)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Fixtures");

    public static IReadOnlyList<Fixture> All { get; } =
        [.. Directory.GetDirectories(Folder).Select(path => new Fixture(Path.GetFileName(path))).OrderBy(f => f.Situation, StringComparer.Ordinal)];

    public string Root => Path.Combine(Folder, Situation, "repo");

    public string ExpectedFile => Path.Combine(Folder, Situation, "expected.txt");

    private string PolicyFile => Path.Combine(Folder, Situation, "ai-tool-policy.json");

    /// <summary>The findings of the whole tool in the repository, on 2026-07-10.</summary>
    public IReadOnlyList<Finding> Findings() => PolicyCheck.Run(Open().Request(Scan.Today, null, TestContext.Current.CancellationToken)).Findings;

    /// <summary>The repository as the tool opens it, but judged by no policy that lies above it.</summary>
    public Workspace Open()
    {
        var policy = File.Exists(PolicyFile) ? PolicyLocator.LoadNamed(PolicyFile, Root, CompiledCatalog.Embedded) : LoadedPolicy.None(CompiledCatalog.Embedded);
        var listing = RepositoryFiles.Enumerate(Root);
        listing = listing with { Files = [.. listing.Files, .. Libraries()] };
        return new Workspace(Root, policy, File.Exists(PolicyFile), listing.Files, listing);
    }

    private IEnumerable<InputFile> Libraries() =>
        Path.Combine(Folder, Situation, "libraries.txt") is var list && File.Exists(list) ? FixtureLibrary.Read(File.ReadAllLines(list)) : [];

    /// <summary>"path(line,column): RULE tool strength what", without the severity, which is a policy's business.</summary>
    public static string Line(Finding finding)
    {
        var what = finding.Message.Split(" · ")[0];
        var place = $"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Rule.Id}";
        return finding.Subject is { } subject ? $"{place} {subject.Tool ?? "-"} {subject.Strength} {what}" : $"{place} {what}";
    }
}
