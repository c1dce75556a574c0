using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Documents;
using AiToolPolicy.Engine.Yaml;

namespace AiToolPolicy.Tool.Tests.Fixtures;

/// <summary>Every inspector has its section in <c>policy/inspectors</c>, which says what it reads and what it does not.</summary>
public sealed partial class InspectorPageTests
{
    private const string Folder = "policy/inspectors";

    private static readonly IReadOnlyList<IInspector> All = [.. Inspectors.All, .. YamlInspectors.All, .. BinaryInspectors.All];

    private static IReadOnlyList<string> Sections { get; } =
        [.. Repository.Names(Folder, ".md").SelectMany(page => Repository.Read($"{Folder}/{page}").Split("\n## ").Skip(1))];

    [Fact]
    public void Every_inspector_has_one_section_and_every_section_an_inspector() => Assert.Equal(
        All.Select(inspector => inspector.GetType().Name).Order(StringComparer.Ordinal),
        Sections.Select(section => By().Match(section).Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_section_says_what_is_read_and_what_is_not() =>
        Assert.All(Sections, section => Assert.Matches("\n- Reads: .+\n- Does not read: .+\n?$", section));

    [Fact]
    public void Every_file_that_a_section_names_is_read_by_its_inspector()
    {
        var wrong =
            from section in Sections
            let inspector = All.Single(i => i.GetType().Name == By().Match(section).Groups["name"].Value)
            from Match file in Code().Matches(Files().Match(section).Groups["files"].Value)
            where !inspector.Reads(InputFile.Of(file.Groups["text"].Value, ""))
            select $"{inspector.GetType().Name} does not read {file.Groups["text"].Value}";

        Assert.Empty(wrong);
        Assert.All(Sections, section => Assert.Matches(Files(), section));
    }

    [Fact]
    public void The_readme_leads_to_every_page()
    {
        var readme = Repository.Read("README.md");

        Assert.All(Repository.Names(Folder, ".md"), page => Assert.Contains($"({Folder}/{page})", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        var missing =
            from page in Repository.Names(Folder, ".md")
            from Match link in Link().Matches(Repository.Read($"{Folder}/{page}"))
            where !File.Exists(Path.Combine(Repository.Root, Folder, link.Groups["target"].Value))
            select $"{page}: {link.Groups["target"].Value}";

        Assert.Empty(missing);
    }

    [GeneratedRegex("^By: `(?<name>[A-Za-z]+)`\\.", RegexOptions.Multiline)]
    private static partial Regex By();

    [GeneratedRegex(@"\. Files: (?<files>(`[^`]+`(, )?)+)\.$", RegexOptions.Multiline)]
    private static partial Regex Files();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
