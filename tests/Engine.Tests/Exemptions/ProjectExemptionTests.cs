using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Exemptions;

public sealed class ProjectExemptionTests
{
    private const string Policy =
        """{ "name": "P", "default": "allow", "rules": [ { "tools": ["vendor:acme"], "action": "deny" } ] }""";

    private const string Item =
        """<AiToolPolicyExemption Include="acme-api" Justification="The importer cannot do without it." Owner="jane@contoso.example" Expires="2026-08-31" />""";

    private const string Terms =
        "AiToolPolicyJustification=\"The importer cannot do without it.\" AiToolPolicyOwner=\"jane@contoso.example\" AiToolPolicyExpires=\"2026-08-31\"";

    private const string Reference = "<PackageReference Include=\"Acme\" Version=\"1.0\" />";

    [Fact]
    public void Item_of_a_project_covers_its_packages()
    {
        var result = Sample.Check(Policy, Sample.Project(Item + Reference), Sample.Project(Reference, "src/Other/Other.csproj"));

        Assert.Equal("src/App/App.csproj", Assert.Single(result.Exempted).Location.Path);
        Assert.Equal("src/App/App.csproj(3,5)", result.Exempted[0].Exemption!.Location.ToString());
        Assert.Equal("src/Other/Other.csproj", Assert.Single(result.Findings).Location.Path);
    }

    [Fact]
    public void Item_of_a_shared_file_covers_the_projects_below()
    {
        var result = Sample.Check(
            Policy,
            InputFile.Of("src/Directory.Build.props", $"<Project><ItemGroup>{Item}</ItemGroup></Project>"),
            Sample.Project(Reference),
            Sample.Project(Reference, "test/T.csproj"));

        Assert.Equal("src/App/App.csproj", Assert.Single(result.Exempted).Location.Path);
        Assert.Equal("test/T.csproj", Assert.Single(result.Findings).Location.Path);
    }

    // The check of a project reads the shared file only for what it imports, and the shared file's own findings are another check's.
    [Fact]
    public void Shared_file_is_heard_by_the_check_of_a_project()
    {
        var result = PolicyCheck.Run(new CheckRequest(Sample.Policy(Policy), [Sample.Project(Reference)], Sample.Today)
        {
            CentralVersionFiles = [InputFile.Of("Directory.Build.props", $"<Project><ItemGroup>{Item}{Item}</ItemGroup></Project>")],
        });

        Assert.Single(result.Exempted);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Item_of_a_project_covers_no_file_that_others_share()
    {
        var result = Sample.Check(Policy, Sample.Project(Item, "App.csproj"), InputFile.Of("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"Acme\" Version=\"1.0\" /></ItemGroup></Project>"));

        Assert.Equal("Directory.Packages.props", Assert.Single(result.Findings, finding => finding.Rule.Id == "AITP1001").Location.Path);
    }

    [Fact]
    public void Metadata_of_a_reference_covers_it_and_no_other()
    {
        var result = Sample.Check(Policy, Sample.Project($"<PackageReference Include=\"Acme\" Version=\"1.0\" {Terms} /><PackageReference Include=\"Acme.Other\" Version=\"1.0\" />"));

        Assert.Equal("Acme", Assert.Single(result.Exempted).Subject!.Seen);
        Assert.Equal("Acme.Other", Assert.Single(result.Findings).Subject!.Seen);
    }

    [Fact]
    public void Metadata_may_be_elements_and_the_id_in_any_case()
    {
        var result = Sample.Check(Policy, Sample.Project(
            "<PackageReference Include=\"acme\" Version=\"1.0\"><AiToolPolicyJustification>The importer cannot do without it.</AiToolPolicyJustification><AiToolPolicyOwner>jane</AiToolPolicyOwner><AiToolPolicyExpires>2026-08-31</AiToolPolicyExpires></PackageReference>"));

        Assert.Empty(result.Findings);
        Assert.Single(result.Exempted);
    }

    [Fact]
    public void Metadata_of_a_reference_covers_what_it_brings_in()
    {
        const string Assets =
            """
            { "targets": { "net10.0": { "Wrapper/1.0.0": { "type": "package", "dependencies": { "Acme": "1.0.0" } }, "Acme/1.0.0": { "type": "package" } } },
              "projectFileDependencyGroups": { "net10.0": ["Wrapper >= 1.0.0"] },
              "project": { "frameworks": { "net10.0": { "dependencies": { "Wrapper": { "target": "Package", "version": "[1.0.0, )" } } } } } }
            """;
        CheckResult Check(string reference)
        {
            var project = Sample.Project(reference);
            return PolicyCheck.Run(new CheckRequest(Sample.Policy(Policy), [project, InputFile.Of("src/App/obj/project.assets.json", Assets)], Sample.Today)
            {
                Sites = new ReferenceSites([project]),
            });
        }

        Assert.Equal("Acme", Assert.Single(Check("<PackageReference Include=\"Wrapper\" Version=\"1.0.0\" />").Findings).Subject!.Seen);
        var exempted = Check($"<PackageReference Include=\"Wrapper\" Version=\"1.0.0\" {Terms} />");
        Assert.Empty(exempted.Findings);
        Assert.Equal("Acme", Assert.Single(exempted.Exempted).Subject!.Seen);
    }

    [Theory]
    [InlineData("Include=\"acme-api\"", "Include=\"acme-apy\"", "AITP3001", "Did you mean 'acme-api'?")]
    [InlineData("Include=\"acme-api\"", "Include=\"\"", "AITP3001", "No tool '' is in the catalog.")]
    [InlineData("Include=\"acme-api\"", "", "AITP2001", "it names nothing to exempt")]
    [InlineData("Include=\"acme-api\"", "Update=\"acme-api\"", "AITP3001", "Unknown metadata 'Update'.")]
    [InlineData("Include=\"acme-api\"", "Include=\"*\"", "AITP3001", "there are no wildcards")]
    [InlineData("Owner=\"jane@contoso.example\"", "", "AITP2001", "'owner' is missing.")]
    [InlineData("Owner=\"jane@contoso.example\"", "Owner=\"$(Owner)\"", "AITP3001", "write out what it says")]
    [InlineData("Owner=", "Ownr=", "AITP3001", "Unknown metadata 'Ownr'. Did you mean 'Owner'?")]
    [InlineData("Owner=", "Condition=\"'$(X)' == '1'\" Owner=", "AITP3001", "it cannot depend on a condition")]
    [InlineData("2026-08-31", "2026-02-31", "AITP2001", "which is no day")]
    [InlineData("2026-08-31", "2026-07-09", "AITP2002", "expired")]
    public void Mistake_in_an_item_exempts_nothing_and_says_why_at_its_line(string right, string wrong, string rule, string words)
    {
        Assert.Contains(right, Item, StringComparison.Ordinal);
        var result = Sample.Check(Policy, Sample.Project(Item.Replace(right, wrong, StringComparison.Ordinal) + Reference));

        Assert.Empty(result.Exempted);
        Assert.Single(result.Findings, finding => finding.Rule.Id == "AITP1001");
        Assert.Contains(result.Findings, finding => finding.Rule.Id == rule && finding.Location is { Path: "src/App/App.csproj", Line: 3 } && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<Target Name=\"T\"><ItemGroup>{0}</ItemGroup></Target>", "An exemption cannot be made by a target")]
    [InlineData("<ItemGroup Condition=\"'$(A)' == ''\">{0}</ItemGroup>", "it cannot depend on a condition")]
    [InlineData("<Choose><When Condition=\"true\"><ItemGroup>{0}</ItemGroup></When></Choose>", "it cannot depend on a condition")]
    public void What_only_an_evaluation_could_tell_exempts_nothing(string around, string words)
    {
        var result = Sample.Check(Policy, InputFile.Of("App.csproj", $"<Project>{around.Replace("{0}", Item, StringComparison.Ordinal)}<ItemGroup>{Reference}</ItemGroup></Project>"));

        Assert.Empty(result.Exempted);
        Assert.Contains(words, Rendered.Lines(result.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AiToolPolicyOwner=\"jane@contoso.example\"", "", "AITP2001", "Exemption of 'Acme': 'owner' is missing.")]
    [InlineData("AiToolPolicyOwner=", "AiToolPolicyOwnr=", "AITP3001", "Unknown metadata 'AiToolPolicyOwnr'. Did you mean 'AiToolPolicyOwner'?")]
    [InlineData("2026-08-31", "2027", "AITP2001", "which is no day")]
    public void Mistake_in_metadata_exempts_nothing_and_says_why(string right, string wrong, string rule, string words)
    {
        var result = Sample.Check(Policy, Sample.Project($"<PackageReference Include=\"Acme\" Version=\"1.0\" {Terms.Replace(right, wrong, StringComparison.Ordinal)} />"));

        Assert.Empty(result.Exempted);
        Assert.Single(result.Findings, finding => finding.Rule.Id == "AITP1001");
        Assert.Contains(result.Findings, finding => finding.Rule.Id == rule && finding.Location.Line == 3 && finding.Message.Contains(words, StringComparison.Ordinal));
    }
}
