using System.Text.Json;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files.Tests;
using NJsonSchema;

namespace AiToolPolicy.Tool.Tests.Verification;

/// <summary>The command on folders of records; real binary logs are verified in the package's tests.</summary>
public sealed class VerifyTests : IDisposable
{
    private static readonly LoadedPolicy Policy = PolicyFile.Load(new SourceFile("ai-tool-policy.json", Scan.Policy), CompiledCatalog.Embedded);

    private readonly TempFolder _folder = new();

    public VerifyTests()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("src/A/A.csproj", "<Project />");
        _folder.Write("src/B/B.vbproj", "<Project />");
        Leave("src/A/obj/net9.0/A.csproj", Record("src/A/A.csproj") with { Framework = "net9.0" });
        Leave("src/A/obj/net10.0/A.csproj", Record("src/A/A.csproj") with { Framework = "net10.0" });
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_project_with_the_expected_policy_is_verified()
    {
        var run = await Verify("--policy", _folder.In("ai-tool-policy.json"), "--repository", _folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            [
                "src/A/A.csproj (net10.0, net9.0): verified, policy 'Test policy' 1, as of 2026-07-10, 0 errors, 0 warnings, 0 exempted",
                "src/B/B.vbproj: verified, policy 'Test policy' 1, as of 2026-07-10, 0 errors, 0 warnings, 0 exempted",
                $"verified: 2 projects against policy {Policy.Digest}: 2 verified, 0 in violation, 0 incomplete",
            ],
            run.Lines);
    }

    [Fact]
    public async Task Digest_is_taken_as_people_write_it() =>
        Assert.Equal(0, (await Verify("--expect-policy-digest", Policy.Digest!["sha256:".Length..].ToUpperInvariant())).Code);

    [Fact]
    public async Task Catalog_is_compared_alike_and_the_report_is_sarif_too()
    {
        var expected = await Verify("--expect-catalog-digest", Record("src/A/A.csproj").CatalogDigest);
        var other = await Verify("--expect-catalog-digest", Digest.Of("other"), "--format", "sarif");

        Assert.Equal((0, 1), (expected.Code, other.Code));
        var run = JsonDocument.Parse(other.Output).RootElement.GetProperty("runs")[0];
        Assert.Equal("'Test policy' 1", run.GetProperty("properties").GetProperty("policy").GetString());
        Assert.Equal(
            [("AITP3002", "error", "src/A/A.csproj"), ("AITP3002", "error", "src/B/B.vbproj")],
            run.GetProperty("results").EnumerateArray().Select(result => (
                result.GetProperty("ruleId").GetString()!,
                result.GetProperty("level").GetString()!,
                result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!)));
    }

    [Fact]
    public async Task Other_policy_is_a_violation()
    {
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj") with { PolicyDigest = Digest.Of("other") });

        var run = await Verify("--policy", _folder.In("ai-tool-policy.json"));

        Assert.Equal(1, run.Code);
        Assert.Contains($"src/B/B.vbproj(1,1): error AITP3002: The check was made with policy 'Test policy' 1 {Digest.Of("other")}, expected was {Policy.Digest}. Where a policy nearer to the project holds as well, name the checkout with --repository and the policy with --policy.", run.Lines);
    }

    [Fact]
    public async Task Project_that_no_build_saw_is_a_violation_unless_it_is_excepted()
    {
        _folder.Write("tools/Pack.proj", "<Project />");
        _folder.Write("shared/Shared.shproj", "<Project />");

        var run = await Verify("--repository", _folder.Path);
        var excepted = await Verify("--repository", _folder.Path, "--except", "tools/**", "--except", "nothing/**");

        Assert.Equal((1, 0), (run.Code, excepted.Code));
        Assert.Contains("tools/Pack.proj(1,1): error AITP3004: The repository holds this project, and the build never saw it.", run.Lines);
        Assert.DoesNotContain("shared", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_that_the_check_found_is_a_violation()
    {
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj") with { Result = ProofResult.Violation, Counts = new(2, 0, 0, 0) });

        var run = await Verify();

        Assert.Equal(1, run.Code);
        Assert.Contains("src/B/B.vbproj(1,1): error: The check found 2 errors.", run.Lines);
    }

    [Theory]
    [InlineData("{ \"version\": 1")]
    [InlineData("")]
    [InlineData("{ \"version\": 9 }")]
    public async Task Record_that_is_not_whole_is_missing_evidence(string text)
    {
        _folder.Write("src/B/obj/B.vbproj" + ProofRecord.FileEnding, text);

        var run = await Verify();

        Assert.Equal(3, run.Code);
        Assert.Contains("B.vbproj(1,1): warning AITP3005: The record of the check cannot be read: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_that_could_not_examine_everything_is_missing_evidence()
    {
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj") with { Result = ProofResult.Incomplete });

        Assert.Equal(3, (await Verify()).Code);
    }

    [Fact]
    public async Task Violation_comes_before_missing_evidence()
    {
        _folder.Write("src/B/obj/B.vbproj" + ProofRecord.FileEnding, "");
        Leave("src/A/obj/net9.0/A.csproj", Record("src/A/A.csproj") with { PolicyDigest = null });

        Assert.Equal(1, (await Verify("--policy", _folder.In("ai-tool-policy.json"))).Code);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_or_empty_proves_nothing()
    {
        Directory.CreateDirectory(_folder.In("empty"));
        _folder.Write("junk.binlog", "this is no log");

        Assert.Equal(3, (await Run(_folder.In("none.binlog"))).Code);
        Assert.Equal(3, (await Run(_folder.In("empty"))).Code);
        Assert.Equal(3, (await Run(_folder.In("junk.binlog"))).Code);
    }

    [Theory]
    [InlineData("--expect-policy-digest", "sha256:12", "is no digest")]
    [InlineData("--expect-as-of", "yesterday", "is no day")]
    [InlineData("--policy", "none.json", "AITP3002")]
    [InlineData("--repository", "nowhere", "There is no folder")]
    [InlineData("--package", "none.nupkg", "cannot be read")]
    public async Task Wrong_option_is_said_and_nothing_is_verified(string option, string value, string message)
    {
        var run = await Verify(option, value);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Day_that_was_expected_must_have_been_judged_by()
    {
        Assert.Equal(0, (await Verify("--expect-as-of", "2026-07-10")).Code);
        Assert.Equal(1, (await Verify("--expect-as-of", "2026-07-11")).Code);
    }

    [Fact]
    public async Task Json_is_valid_and_says_the_same()
    {
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj") with { Result = ProofResult.Violation, Counts = new(2, 0, 0, 0) });
        _folder.Write("tools/Pack.proj", "<Project />");

        var run = await Verify("--format", "json", "--repository", _folder.Path, "--policy", _folder.In("ai-tool-policy.json"));

        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas/ai-tool-policy-verification.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(run.Output));
        Assert.NotEmpty(schema.Validate(run.Output.Replace("\"violation\"", "\"bad\"", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("violation", json.RootElement.GetProperty("result").GetString());
        Assert.Equal(
            ["src/A/A.csproj verified", "src/B/B.vbproj violation", "tools/Pack.proj violation"],
            json.RootElement.GetProperty("projects").EnumerateArray().Select(project => $"{project.GetProperty("path")} {project.GetProperty("result")}"));
    }

    [Fact]
    public async Task Text_of_a_record_is_made_safe()
    {
        Leave("src/B/obj/B.vbproj", Record("src/B/B.vbproj") with { PolicyName = "a\u001b[2J##vso[task.complete]" });

        var run = await Verify();

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain("##vso[", run.Output, StringComparison.Ordinal);
    }

    private static ProofRecord Record(string project) =>
        new ProofRecord { Project = project, ToolVersion = "1.0.0", CatalogDigest = CompiledCatalog.Digest, AsOf = Scan.Today, InputsDigest = Digest.Of(project) }.Of(Policy, []);

    private void Leave(string path, ProofRecord record) => _folder.Write(path + ProofRecord.FileEnding, record.Write());

    private Task<Scan> Verify(params string[] options) => Run([_folder.Path, .. options]);

    private static async Task<Scan> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(["verify", .. arguments], new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);
        return new Scan(code, output.ToString(), error.ToString());
    }
}
