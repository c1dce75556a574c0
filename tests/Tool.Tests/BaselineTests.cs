using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>A repository with 300 findings, from the day on which its baseline is taken.</summary>
public sealed class BaselineTests : IDisposable
{
    private const int Projects = 300;

    private readonly TempFolder _folder = new();

    public BaselineTests()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy.Replace("\"rules\"", "\"exemptions\": { \"maxDays\": 90 }, \"rules\"", StringComparison.Ordinal));
        for (var i = 0; i < Projects; i++)
        {
            _folder.Write($"p{i}/P{i}.csproj", Scan.Project("Acme"));
        }
    }

    public void Dispose() => _folder.Dispose();

    private string File => System.IO.File.ReadAllText(_folder.In("ai-tool-exemptions.json"));

    private Task<Scan> Baseline(params string[] more) => ExemptTests.Run("baseline", [_folder.Path, .. more]);

    private Task<Scan> Take(params string[] more) => Baseline(["--owner", "platform@contoso.example", "--justification", "What was there when the policy came; removed by October.", .. more]);

    [Fact]
    public async Task It_keeps_green_what_was_there_and_nothing_that_is_new_and_only_shrinks()
    {
        var taken = await Take();
        Assert.Equal((0, "ai-tool-exemptions.json: 300 findings are exempted until 2026-10-08. 0 remain.\n"), (taken.Code, taken.Output));
        var green = await Scan.Run(_folder.Path);
        Assert.Equal(0, green.Code);
        Assert.EndsWith("0 errors, 0 warnings, 0 notices, 300 exempted", green.Summary, StringComparison.Ordinal);

        // Moved lines change nothing.
        _folder.Write("p7/P7.csproj", "\n\n\n" + Scan.Project("Other", "Acme"));
        Assert.Equal((0, 0), ((await Scan.Run(_folder.Path)).Code, (await Baseline("--check")).Code));

        // What is new is red, and no second run makes it green.
        _folder.Write("new/New.csproj", Scan.Project("Acme"));
        var before = File;
        var again = await Baseline();
        Assert.Contains("1 finding is not in the baseline and not added", again.Output, StringComparison.Ordinal);
        Assert.Equal((1, before), ((await Scan.Run(_folder.Path)).Code, File));
        Directory.Delete(_folder.In("new"), recursive: true);

        // What is gone is asked to be taken out.
        _folder.Write("p8/P8.csproj", Scan.Project("Other"));
        _folder.Write("p299/P299.csproj", Scan.Project("Other"));
        var asked = await Scan.Run(_folder.Path);
        Assert.Equal(2, asked.Lines.Count(line => line.Contains("notice AITP2004", StringComparison.Ordinal)));
        Assert.Equal((1, before), ((await Baseline("--check")).Code, File));
        Assert.EndsWith("2 taken out.\n", (await Baseline()).Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await Baseline("--check")).Code, (await Scan.Run(_folder.Path)).Code));
        Assert.EndsWith("298 exempted", (await Scan.Run(_folder.Path)).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_on_its_day()
    {
        await Take("--expires", "2026-07-31");

        Assert.Equal(0, (await Scan.Run(_folder.Path, "--as-of", "2026-07-31")).Code);
        var ended = await Scan.Run(_folder.Path, "--as-of", "2026-08-01");
        Assert.Equal(1, ended.Code);
        Assert.Contains("300 errors, 300 warnings", ended.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_refused_without_a_reason_or_for_too_long_and_says_so_once()
    {
        var without = await Baseline("--owner", "platform@contoso.example");
        var tooLong = await Take("--expires", "2027-07-31");

        Assert.Equal((2, 2), (without.Code, tooLong.Code));
        Assert.Equal(2, without.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'justification' is missing.", without.Error, StringComparison.Ordinal);
        Assert.Contains("AITP2005", tooLong.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_folder.In("ai-tool-exemptions.json")));
    }
}
