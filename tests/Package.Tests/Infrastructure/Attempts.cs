using System.Text.Json;
using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>One way around the check, tried by a C# console project of its own, whose body begins on line 3.</summary>
/// <param name="Name">The row of <c>policy/bypasses.md</c>, with a letter where it has several forms; the project is called so.</param>
/// <param name="Said">What is to be said of the project file, as <c>(3,16) AITP3004: how the message begins</c>.</param>
internal sealed record Attempt(string Name, string Body, params string[] Said)
{
    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    public string Attributes { get; init; } = "";

    /// <summary>What only a build can say.</summary>
    public string[] SaidByBuild { get; init; } = [];

    /// <summary>What a build does not say, because the way keeps the project's own check from running.</summary>
    public string[] SaidByScan { get; init; } = [];

    public string Project => $"{Name}/{Name}.csproj";

    /// <param name="weakened">The severity of what weakens the check.</param>
    public IEnumerable<string> Lines(string weakened, bool inBuild) => ((string[])[.. Said, .. inBuild ? SaidByBuild : SaidByScan])
        .Select(said => Project + said.Replace(") AITP3004", $"): {weakened} AITP3004", StringComparison.Ordinal).Replace(") AITP1", "): warning AITP1", StringComparison.Ordinal));
}

/// <summary>Ways around the check, built and scanned together, each in a project of its own, so that none is found by the help of another.</summary>
internal static class Attempts
{
    public static Repository Add(this Repository repository, IEnumerable<Attempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            repository.Add($"{attempt.Name}/Program.cs", "return 0;").Add(attempt.Project, $"""
                <Project Sdk="{attempt.Sdk}"{attempt.Attributes}>
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                {attempt.Body}
                </Project>
                """);
        }

        return repository;
    }

    public static Repository AddSolution(this Repository repository, IEnumerable<string> projects) =>
        repository.Add("All.slnx", $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");

    /// <summary>Gives a repository its own feed and its own packages folder, so that packages made for a test stay in it.</summary>
    public static Repository AddFeed(this Repository repository, PackedPackage package, params (string File, byte[] Content)[] packages)
    {
        var feed = Directory.CreateDirectory(Path.Combine(repository.Root, "feed")).FullName;
        foreach (var (file, content) in packages)
        {
            File.WriteAllBytes(Path.Combine(feed, file), content);
        }

        repository.Variables.Add(("NUGET_PACKAGES", Path.Combine(repository.Root, ".packages")));
        return repository.Add("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
                <add key="made" value="{feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>A package that is an MSBuild SDK, and an empty one.</summary>
    public static (string File, byte[] Content) Sdk(string id) =>
        (new TestPackage(id, "1.0.0").FileName, TestPackage.Zip(($"{id}.nuspec", new TestPackage(id, "1.0.0").Manifest), ("Sdk/Sdk.props", "<Project />"), ("Sdk/Sdk.targets", "<Project />")));

    public static (string File, byte[] Content) Library(string id, string version) => (new TestPackage(id, version).FileName, new TestPackage(id, version).Bytes);

    /// <summary>Expects these findings and no other, each by how its line <c>App/App.csproj(4,5): warning AITP1001: message</c> begins.</summary>
    public static void Says(this BuildResult build, params IEnumerable<string> expected) =>
        Compare(expected, build.Diagnostics.Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}: {d.Message}"), build.Output);

    /// <summary>Scans a repository with the tool, and expects these findings and no other; notices, which a build does not show, aside.</summary>
    public static async Task ScanSaysAsync(this Repository repository, params IEnumerable<string> expected)
    {
        var scan = await Tool.RunAsync("scan", repository.Root, "--format", "json");
        using var report = JsonDocument.Parse(scan.Output);
        var found = report.RootElement.GetProperty("findings").EnumerateArray().Select(Line).Where(line => !line.Contains("): notice ", StringComparison.Ordinal)).ToList();
        Compare(expected, found, scan.Output);
    }

    private static string Line(JsonElement finding)
    {
        var place = finding.GetProperty("location");
        return $"{place.GetProperty("path")}({place.GetProperty("line")},{place.GetProperty("column")}): {finding.GetProperty("severity")} {finding.GetProperty("rule")}: {finding.GetProperty("message")}";
    }

    // Which ones are missing and which are too many is what a reader of a failure wants first.
    private static void Compare(IEnumerable<string> expected, IEnumerable<string> found, string output)
    {
        var left = found.ToList();
        var missing = expected.Where(start => left.Find(line => line.StartsWith(start, StringComparison.Ordinal)) is not { } line || !left.Remove(line)).ToList();
        Assert.True(missing.Count + left.Count == 0, $"Missing:\n{string.Join('\n', missing)}\n\nToo many:\n{string.Join('\n', left)}\n\n{output}");
    }
}
