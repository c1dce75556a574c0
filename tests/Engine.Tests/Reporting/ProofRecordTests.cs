using System.Text.Json.Nodes;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Tests.Documents;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Reporting;

public sealed class ProofRecordTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("policy/schema/ai-tool-policy-proof.schema.json"))!;

    private static readonly LoadedPolicy Policy =
        PolicyFile.Load(new SourceFile("ai-tool-policy.json", """{ "name": "Contoso \"AI\"", "version": "7", "default": "warn" }"""), CompiledCatalog.Embedded);

    private static readonly ProofRecord Made = new()
    {
        Project = "src/App/App.csproj",
        Framework = "net10.0",
        ToolVersion = "1.2.3",
        CatalogDigest = CompiledCatalog.Digest,
        AsOf = new Day(2026, 7, 10),
        InputsDigest = Digest.Of("inputs"),
    };

    [Fact]
    public void What_is_written_is_read_back()
    {
        var record = Made.Of(Policy, [Found(Rules.All[0], Severity.Error), Found(Rules.All[0], Severity.Notice)], exempted: 3);

        Assert.Equal((record, null), ProofReader.Read(new SourceFile("x.json", record.Write())));
        Assert.Equal(new ProofCounts(1, 0, 1, 3), record.Counts);
    }

    [Fact]
    public void What_assemblies_add_replaces_what_they_added_before()
    {
        var own = Made.Of(Policy, [Found(Rules.All[0], Severity.Warning)], exempted: 1);
        var exempted = Found(Rules.Assembly, Severity.Notice) with { Exemption = new ExemptionNote(Location.StartOf("x.json"), false, "why", null, null, null, null) };

        var once = own.WithAssemblies([Found(Rules.Assembly, Severity.Warning), exempted]);

        Assert.Equal((new ProofCounts(0, 2, 0, 2), new ProofCounts(0, 1, 0, 1), "pass"), (once.Counts, once.Assemblies, once.Result));
        Assert.Equal((once, null), ProofReader.Read(new SourceFile("x.json", once.Write())));
        Assert.Equal(once, once.WithAssemblies([Found(Rules.Assembly, Severity.Warning), exempted]));
        Assert.Equal(own, once.WithAssemblies([]));
        Assert.Equal("incomplete", own.WithAssemblies([Found(Rules.InputNotInspected, Severity.Warning)]).Result);
    }

    [Fact]
    public void Without_a_policy_nothing_is_claimed_of_one()
    {
        var record = (Made with { Project = null, Framework = null }).Of(LoadedPolicy.None(CompiledCatalog.Embedded), []);

        Assert.Equal((record, null), ProofReader.Read(new SourceFile("x.json", record.Write())));
        Assert.Equal((null, null, null), (record.PolicyDigest, record.PolicyName, record.PolicyVersion));
    }

    [Fact]
    public void Result_is_violation_for_an_error_incomplete_for_what_was_not_examined_else_pass()
    {
        var broken = PolicyFile.Load(new SourceFile("ai-tool-policy.json", "[]"), CompiledCatalog.Embedded);

        Assert.Equal("pass", Made.Of(Policy, [Found(Rules.All[0], Severity.Warning)]).Result);
        Assert.Equal("violation", Made.Of(Policy, [Found(Rules.InputNotInspected, Severity.Warning), Found(Rules.All[0], Severity.Error)]).Result);
        Assert.Equal("incomplete", Made.Of(Policy, [Found(Rules.InputNotInspected, Severity.Warning)]).Result);
        Assert.Equal("incomplete", Made.Of(Policy, [Found(Rules.CheckFailed, Severity.Warning)]).Result);
        Assert.Equal("incomplete", Made.Of(broken, []).Result);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 2,", "It is not of version 1, the only one this version of the tool knows.")]
    [InlineData("\"asOf\": \"2026-07-10\"", "\"asOf\": \"July\"", "It lacks a valid 'asOf'.")]
    [InlineData("\"result\": \"pass\"", "\"result\": \"fine\"", "It lacks a valid 'result'.")]
    [InlineData("\"error\": 0,", "\"error\": -1,", "It lacks a valid 'counts.error'.")]
    [InlineData("\"toolVersion\": \"1.2.3\",", "", "It lacks a valid 'toolVersion'.")]
    public void Record_that_is_not_whole_is_none(string part, string instead, string problem)
    {
        var text = Made.Of(Policy, []).Write();
        Assert.Contains(part, text, StringComparison.Ordinal);

        Assert.Equal((null, problem), ProofReader.Read(new SourceFile("x.json", text.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Fact]
    public void Half_a_record_is_none()
    {
        var text = Made.Of(Policy, []).Write();

        var (record, problem) = ProofReader.Read(new SourceFile("x.json", text[..(text.Length / 2)]));

        Assert.Null(record);
        Assert.NotNull(problem);
    }

    [Fact]
    public void Schema_has_the_keys_of_the_record()
    {
        Assert.Equal(ProofReader.Keys, Names(Schema));
        Assert.Equal(ProofReader.PolicyKeys, Names(Schema["properties"]!["policy"]!));
        Assert.Equal(ProofReader.CountKeys, Names(Schema["$defs"]!["counts"]!));
        Assert.Equal(ProofResult.All, Schema["properties"]!["result"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));

        var written = JsonNode.Parse((Made.Of(Policy, []) with { PolicyPackages = ["package Contoso 1.0.0"], Assemblies = new(0, 1, 0, 0) }).Write())!;
        Assert.Equal(ProofReader.Keys, written.AsObject().Select(member => member.Key));
        Assert.Equal(ProofReader.PolicyKeys, written["policy"]!.AsObject().Select(member => member.Key));
        Assert.All([written["counts"]!, written["assemblies"]!], counts => Assert.Equal(ProofReader.CountKeys, counts.AsObject().Select(member => member.Key)));
    }

    private static IEnumerable<string> Names(JsonNode node) => node["properties"]!.AsObject().Select(property => property.Key);

    private static Finding Found(Rule rule, Severity severity) => new(rule, severity, "found", Location.StartOf("a.txt"));
}
