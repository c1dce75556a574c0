using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using static AiToolPolicy.Engine.Tests.Documents.SampleCheck;

namespace AiToolPolicy.Engine.Tests.Documents;

public sealed class SampleTests
{
    private const string RestrictedList = "restricted-list.json";
    private const string AllowList = "allow-list.json";
    private const string Inventory = "inventory.json";
    private const string ByJurisdiction = "by-jurisdiction.json";

    private static readonly InputFile PackageJson = InputFile.Of(
        "web/package.json",
        "{\n  \"devDependencies\": {\n    \"@anthropic-ai/claude-code\": \"^2.1.0\"\n  }\n}\n");

    public static TheoryData<string> All => [.. Repository.Names(Folder, ".json")];

    [Theory]
    [MemberData(nameof(All))]
    public void Any_sample_loads_without_a_problem_and_names_the_schema(string sample)
    {
        var loaded = Load(sample);

        Assert.Empty(loaded.Findings.Select(Printed));
        Assert.NotNull(loaded.Policy);
        Assert.Contains("\"$schema\": \"../schema/ai-tool-policy.schema.json\"", Repository.Read($"{Folder}/{sample}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-09", "Warning")]
    [InlineData("2026-07-10", "Error")]
    public void Restricted_list_warns_until_the_day_and_denies_from_it_on(string today, string severity)
    {
        var findings = Run(RestrictedList, today, Project(Reference("Anthropic", "12.36.0")), PackageJson, InputFile.Of("CLAUDE.md", "# Notes"));

        Assert.Equal(
            [$"AITP1006 {severity} CLAUDE.md(1,1)", $"AITP1001 {severity} src/App/App.csproj(4,5)", $"AITP1003 {severity} web/package.json(3,5)"],
            findings.Select(Short));
    }

    [Theory]
    [InlineData("2026-07-10", 2, "")]
    [InlineData("2026-08-31", 2, "AITP2003 Notice ai-tool-exemptions.json(30,18)")]
    [InlineData("2026-09-01", 1, "AITP1006 Error CLAUDE.md(1,1), AITP2002 Warning ai-tool-exemptions.json(30,18)")]
    public void Exemptions_hold_under_the_restricted_list_through_their_last_day(string today, int exempted, string expected)
    {
        var result = PolicyCheck.Run(new CheckRequest(Load(RestrictedList), [Project(Reference("Anthropic", "12.36.0")), InputFile.Of("CLAUDE.md", "# Notes")], DayOf(today))
        {
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", Repository.Read($"{Folder}/exemptions/ai-tool-exemptions.json"))],
            Sight = Sight.AllFiles,
        });

        Assert.Equal(exempted, result.Exempted.Count);
        Assert.Equal(expected, string.Join(", ", result.Findings.Select(Short).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("2026-09-30", "Warning")]
    [InlineData("2026-10-01", "Error")]
    public void Restricted_list_gives_transitive_packages_a_later_day(string today, string severity)
    {
        var findings = Run(RestrictedList, today, LockFile("Contoso.Chat", "Anthropic", "12.36.0"));

        Assert.Equal([$"AITP1001 {severity} src/App/packages.lock.json(6,7)"], findings.Select(Short));
    }

    [Fact]
    public void Restricted_list_only_lists_the_tools_of_other_vendors()
    {
        var findings = Run(RestrictedList, "2026-07-10", Project(Reference("OpenAI", "2.1.0")), InputFile.Of(".github/copilot-instructions.md", ""));

        Assert.Equal(["AITP1006 Notice .github/copilot-instructions.md(1,1)", "AITP1001 Notice src/App/App.csproj(4,5)"], findings.Select(Short));
    }

    [Fact]
    public void Restricted_list_is_locked_and_cannot_be_dated_back()
    {
        var request = new CheckRequest(Load(RestrictedList), [Project(Reference("Anthropic", "12.36.0"))], new Day(2026, 7, 10)) { AsOf = new Day(2026, 7, 9) };

        var findings = PolicyCheck.Run(request).Findings;

        Assert.Equal(["AITP3004 Error policy/samples/restricted-list.json(1,1)", "AITP1001 Error src/App/App.csproj(4,5)"], findings.Select(Short));
    }

    [Fact]
    public void Allow_list_denies_what_it_does_not_name()
    {
        var findings = Run(
            AllowList,
            "2026-01-01",
            Project(Reference("Anthropic", "12.36.0"), Reference("Microsoft.SemanticKernel", "1.60.0"), Reference("Microsoft.Extensions.AI", "9.10.0")),
            InputFile.Of(".cursor/rules/style.mdc", ""),
            InputFile.Of(".qoder/rules/style.md", ""));

        Assert.Equal(["AITP1006 Error .cursor/rules/style.mdc(1,1)", "AITP1001 Error src/App/App.csproj(4,5)"], findings.Select(Short));
    }

    [Fact]
    public void Allow_list_allows_by_category_and_from_a_version_on()
    {
        var findings = Run(
            AllowList,
            "2026-01-01",
            Project(Reference("Microsoft.ML.OnnxRuntimeGenAI", "0.9.0"), Reference("OpenAI", "2.1.0"), Reference("OpenAI", "2.0.0-beta.1"), Reference("OpenAI", "1.11.0")));

        Assert.Equal(["AITP1001 Error src/App/App.csproj(6,5)", "AITP1001 Error src/App/App.csproj(7,5)"], findings.Select(Short));
    }

    [Fact]
    public void Allow_list_warns_of_what_looks_like_an_ai_tool()
    {
        var findings = Run(AllowList, "2026-01-01", Project(Reference("Contoso.OpenAI.Helpers", "1.0.0")));

        Assert.Equal(["AITP1020 Warning src/App/App.csproj(4,5)"], findings.Select(Short));
    }

    [Fact]
    public void Inventory_lists_everything_and_fails_nothing()
    {
        var findings = Run(
            Inventory,
            "2030-01-01",
            Project(Reference("Anthropic", "12.36.0"), Reference("OpenAI", "2.1.0"), Reference("Contoso.OpenAI.Helpers", "1.0.0"), Reference("Contoso.Assistant.Client", "1.0.0")),
            PackageJson,
            InputFile.Of("AGENTS.md", ""),
            InputFile.Of(".contoso-assistant/settings.json", "{}"));

        Assert.Equal(
            [
                "AITP1006 Notice .contoso-assistant/settings.json(1,1)",
                "AITP1006 Notice AGENTS.md(1,1)",
                "AITP1001 Notice src/App/App.csproj(4,5)",
                "AITP1001 Notice src/App/App.csproj(5,5)",
                "AITP1020 Notice src/App/App.csproj(6,5)",
                "AITP1001 Notice src/App/App.csproj(7,5)",
                "AITP1003 Notice web/package.json(3,5)",
            ],
            findings.Select(Short));
    }

    [Theory]
    [InlineData("2026-12-31", "Notice", "Notice", "Warning")]
    [InlineData("2027-01-01", "Error", "Error", "Warning")]
    [InlineData("2027-04-01", "Error", "Error", "Error")]
    public void By_jurisdiction_denies_countries_from_the_day_on_and_a_closer_rule_decides(string today, string firstCountry, string secondCountry, string closer)
    {
        var findings = Run(
            ByJurisdiction,
            today,
            Project(
                Reference("OpenAI", "2.1.0"),
                Reference("Cnblogs.DashScope.Sdk", "0.6.0"),
                Reference("LangChain.Providers.DeepSeek", "0.17.0"),
                Reference("Azure.AI.OpenAI", "2.1.0"),
                Reference("Microsoft.SemanticKernel", "1.60.0"),
                Reference("Mistral.SDK", "2.3.0")));

        Assert.Equal(
            [
                $"{firstCountry} openai-api", $"{secondCountry} alibaba-model-studio", $"{closer} deepseek-api",
                "Notice semantic-kernel", "Notice mistral-api",
            ],
            findings.Where(f => f.Subject!.Tool is not "langchain-dotnet").Select(f => $"{f.Severity} {f.Subject!.Tool}"));
    }
}
