using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Documents;

/// <summary>Runs the engine with a sample policy and the embedded catalog over a few small files.</summary>
internal static class SampleCheck
{
    public const string Folder = "policy/samples";

    public static LoadedPolicy Load(string sample) =>
        PolicyFile.Load(new SourceFile($"{Folder}/{sample}", Repository.Read($"{Folder}/{sample}")), CompiledCatalog.Embedded);

    /// <param name="today">The UTC day of the check, <c>yyyy-MM-dd</c>.</param>
    public static IReadOnlyList<Finding> Run(string sample, string today, params InputFile[] files) =>
        PolicyCheck.Run(new CheckRequest(Load(sample), files, DayOf(today))).Findings;

    public static Day DayOf(string text) => Day.TryParse(text, out var day) ? day : throw new ArgumentException($"'{text}' is no day.", nameof(text));

    /// <summary>A project whose references stand from line 4 on, column 5.</summary>
    public static InputFile Project(params string[] items) => InputFile.Of(
        "src/App/App.csproj",
        $"<Project Sdk=\"Microsoft.NET.Sdk\">\n\n  <ItemGroup>\n{string.Concat(items.Select(item => $"    {item}\n"))}  </ItemGroup>\n\n</Project>\n");

    public static string Reference(string id, string version) => $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";

    /// <summary>A lock file in which <paramref name="direct"/> brings <paramref name="behind"/> in.</summary>
    public static InputFile LockFile(string direct, string behind, string version) => InputFile.Of(
        "src/App/packages.lock.json",
        $$"""
        {
          "version": 1,
          "dependencies": {
            "net10.0": {
              "{{direct}}": { "type": "Direct", "resolved": "1.4.0", "dependencies": { "{{behind}}": "{{version}}" } },
              "{{behind}}": { "type": "Transitive", "resolved": "{{version}}" }
            }
          }
        }
        """);

    /// <summary>"AITP1001 Error src/App/App.csproj(4,5)".</summary>
    public static string Short(Finding finding) =>
        $"{finding.Rule.Id} {finding.Severity} {finding.Location.Path}({finding.Location.Line},{finding.Location.Column})";

    /// <summary>As a build prints it, up to the address of the rule's page: "src/App/App.csproj(4,5,4,62): error AITP1001: …".</summary>
    public static string Printed(Finding finding)
    {
        var place = finding.Location;
        var kind = finding.Severity == Severity.Notice ? "message" : Words<Severity>.Of(finding.Severity);
        return $"{place.Path}({place.Line},{place.Column},{place.EndLine},{place.EndColumn}): {kind} {finding.Rule.Id}: {finding.Message}";
    }
}
