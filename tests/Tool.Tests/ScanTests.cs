using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Denied_package_is_an_error_at_its_line()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("src/App/App.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(1, scan.Code);
        Assert.StartsWith("src/App/App.csproj(3,5): error AITP1001: Package 'Acme' 1.0.0", scan.Lines[0], StringComparison.Ordinal);
        Assert.Equal("  ai-tool-policy.json(4,5): the policy says so here", scan.Lines[1]);
        Assert.Equal("policy 'Test policy' 1, as of 2026-07-10: 1 file inspected, 1 error, 0 warnings, 0 notices, 0 exempted", scan.Summary);
        Assert.Equal("", scan.Error);
    }

    [Fact]
    public async Task Warnings_and_notices_are_clean()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("ACME.md", "Be nice.");

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.StartsWith("ACME.md(1,1): warning AITP1006: ", scan.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_day_is_a_preview()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("ACME.md", "Be nice.");

        var scan = await Scan.Run(_folder.Path, "--as-of", "2026-08-01");

        Assert.Equal(1, scan.Code);
        Assert.Contains("preview as of 2026-08-01", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excluded_files_are_left_out_and_counted()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("src/App.csproj", Scan.Project("Acme"));
        _folder.Write("tests/data/App.csproj", Scan.Project("Acme"));
        _folder.Write("tests/App.csproj", Scan.Project("Newtonsoft.Json"));

        var scan = await Scan.Run(_folder.Path, "--exclude", "src/**", "--exclude", "tests/data/**");

        Assert.Equal(0, scan.Code);
        Assert.Equal("Left out by --exclude: 2 files.", scan.Lines[^2]);
        Assert.Contains("1 file inspected, 0 errors", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excluded_file_of_exemptions_is_not_read()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("samples/ai-tool-exemptions.json", """{ "exemptions": [{ "tool": "acme" }] }""");

        var scan = await Scan.Run(_folder.Path);
        var excluded = await Scan.Run(_folder.Path, "--exclude", "samples/**");

        Assert.Contains(scan.Lines, line => line.Contains("AITP2001", StringComparison.Ordinal));
        Assert.DoesNotContain(excluded.Lines, line => line.Contains("AITP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_found_is_clean_and_says_what_was_inspected()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("App.csproj", Scan.Project("Newtonsoft.Json"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.Equal(["policy 'Test policy' 1, as of 2026-07-10: 1 file inspected, 0 errors, 0 warnings, 0 notices, 0 exempted"], scan.Lines);
    }

    [Fact]
    public async Task Nothing_inspected_is_said()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("notes.txt");
        Directory.CreateDirectory(_folder.In("empty"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.Equal("Nothing was inspected: none of the 2 files here is of a kind that shows AI tools.", scan.Lines[0]);
        Assert.Equal("Nothing was inspected: there are no files here.", (await Scan.Run(_folder.In("empty"))).Lines[0]);
    }

    [Fact]
    public async Task Without_a_policy_an_inventory_is_taken_and_a_policy_suggested()
    {
        _folder.Write("App.csproj", Scan.Project("Anthropic"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.Contains("notice AITP1001", scan.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("No ai-tool-policy.json was found", scan.Lines[^2], StringComparison.Ordinal);
        var suggested = scan.Lines[^2][scan.Lines[^2].IndexOf('{', StringComparison.Ordinal)..].TrimEnd('.');
        _folder.Write("ai-tool-policy.json", suggested);
        Assert.Contains("warning AITP1001", (await Scan.Run(_folder.Path)).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_in_a_repository_is_checked_alone_with_the_repositorys_policy_and_paths()
    {
        Directory.CreateDirectory(_folder.In(".git"));
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="Acme" Version="7.8.9" /></ItemGroup></Project>""");
        _folder.Write("src/A/A.csproj", """<Project><ItemGroup><PackageReference Include="Acme" /></ItemGroup></Project>""");
        _folder.Write("src/AB/B.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.In("src/A"));

        Assert.Equal(1, scan.Code);
        Assert.StartsWith("src/A/A.csproj(1,21): error AITP1001: Package 'Acme' 7.8.9", scan.Lines[0], StringComparison.Ordinal);
        Assert.Contains("1 file inspected, 1 error", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_policy_outside_is_shown_from_the_repository()
    {
        _folder.Write("governance/policy.json", Scan.Policy);
        _folder.Write("repository/.git/HEAD");
        _folder.Write("repository/ai-tool-policy.json", """{ "default": "allow" }""");
        _folder.Write("repository/App.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.In("repository"), "--policy", _folder.In("governance/policy.json"));

        Assert.Equal(1, scan.Code);
        Assert.Equal("  ../governance/policy.json(4,5): the policy says so here", scan.Lines[1]);
    }

    [Fact]
    public async Task Named_policy_that_is_missing_is_unusable()
    {
        _folder.Write("App.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.Path, "--policy", _folder.In("none.json"));

        Assert.Equal(2, scan.Code);
        Assert.Equal("none.json(1,1): error AITP3002: The policy 'none.json' was named but is not there.", scan.Lines[0]);
    }

    [Fact]
    public async Task Policy_with_a_mistake_is_unusable_and_still_judges_by_the_rest()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy.Replace("\"version\"", "\"versoin\"", StringComparison.Ordinal));
        _folder.Write("App.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(2, scan.Code);
        Assert.Contains(scan.Lines, line => line.StartsWith("ai-tool-policy.json(2,26): error AITP3001: ", StringComparison.Ordinal));
        Assert.Contains(scan.Lines, line => line.StartsWith("App.csproj(3,5): error AITP1001: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unreadable_input_is_a_warning()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.WriteBytes("App.csproj", [0x3C, 0xFF]);

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.Equal("App.csproj(1,1): warning AITP3005: Could not be inspected: it is not valid UTF-8: the byte at offset 1 begins no character.", scan.Lines[0]);
    }

    [Fact]
    public async Task What_the_repository_could_not_offer_is_a_warning()
    {
        using var outside = new TempFolder();
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Link("shared", outside.Path, toFolder: true);

        Assert.Equal(
            "shared(1,1): warning AITP3005: Could not be inspected: it is a link to a folder outside the repository, which is not followed.",
            (await Scan.Run(_folder.Path)).Lines[0]);
    }

    [Theory]
    [InlineData("2026-02-30", "'2026-02-30' is no day; write it as yyyy-MM-dd, such as 2026-07-10.")]
    [InlineData("10.07.2026", "'10.07.2026' is no day; write it as yyyy-MM-dd, such as 2026-07-10.")]
    [InlineData("\u001b[31m", "'\\u{001B}[31m' is no day; write it as yyyy-MM-dd, such as 2026-07-10.")]
    public async Task Day_that_is_none_is_unusable(string day, string message)
    {
        var scan = await Scan.Run(_folder.Path, "--as-of", day);

        Assert.Equal(2, scan.Code);
        Assert.Equal(message, scan.Error.Trim());
        Assert.Equal("", scan.Output);
    }

    [Fact]
    public async Task Path_that_is_no_folder_is_unusable()
    {
        var file = _folder.Write("App.csproj");

        var missing = await Scan.Run(_folder.In("none"));
        var notFolder = await Scan.Run(file);

        Assert.Equal((2, $"ai-tool-policy: There is no folder '{_folder.In("none")}'."), (missing.Code, missing.Error.Trim()));
        Assert.Equal((2, $"ai-tool-policy: '{file}' is a file; name its folder."), (notFolder.Code, notFolder.Error.Trim()));
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--formt", "json")]
    [InlineData("one", "two", "three")]
    [InlineData("--policy")]
    public async Task Wrong_command_line_is_unusable(params string[] arguments)
    {
        var scan = await Scan.Run(arguments);

        Assert.Equal(2, scan.Code);
        Assert.NotEqual("", scan.Error);
    }

    [Fact]
    public async Task Report_goes_to_the_named_file_and_the_summary_to_the_output()
    {
        _folder.Write("repository/ai-tool-policy.json", Scan.Policy);
        _folder.Write("repository/App.csproj", Scan.Project("Acme"));
        var report = _folder.Write("reports/report.txt", "old and longer than the new one " + new string('x', 10_000));

        var scan = await Scan.Run(_folder.In("repository"), "--output", report);

        Assert.Equal(1, scan.Code);
        Assert.Equal([scan.Summary], scan.Lines);
        Assert.StartsWith("App.csproj(3,5): error AITP1001", File.ReadAllText(report), StringComparison.Ordinal);
        Assert.EndsWith(scan.Output, File.ReadAllText(report), StringComparison.Ordinal);
        Assert.Equal([report], Directory.GetFiles(_folder.In("reports")));
    }

    [Fact]
    public async Task Report_that_cannot_be_written_is_unusable()
    {
        _folder.Write("repository/ai-tool-policy.json", Scan.Policy);

        var scan = await Scan.Run(_folder.In("repository"), "--output", _folder.In("none/report.txt"));

        Assert.Equal(2, scan.Code);
        Assert.Matches("^ai-tool-policy: '.*' could not be written: ", scan.Error);
        Assert.DoesNotContain(" at ", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_scan_writes_nothing()
    {
        _folder.Write("repository/ai-tool-policy.json", Scan.Policy);
        Directory.CreateDirectory(_folder.In("reports"));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var scan = await Scan.Run([_folder.In("repository"), "--output", _folder.In("reports/report.txt")], false, source.Token);

        Assert.Equal((130, "", ""), (scan.Code, scan.Output, scan.Error));
        Assert.Empty(Directory.GetFiles(_folder.In("reports")));
    }

    [Fact]
    public void Cancelled_writing_leaves_no_file()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => OutputFile.Write(_folder.In("report.txt"), "text", source.Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Own_fault_is_one_line()
    {
        using var output = new FullWriter();
        using var error = new StringWriter();
        _folder.Write("ai-tool-policy.json", Scan.Policy);

        var code = await Cli.RunAsync(["scan", _folder.Path], new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);

        Assert.Equal(3, code);
        Assert.Equal(
            "ai-tool-policy: error AITP3006: AiToolPolicy failed during the scan: IOException: No space left. Please report this; the result is incomplete.\n",
            error.ToString());
    }

    /// <summary>An output that takes nothing, like a full disk.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left.");
    }
}
