using System.Text;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

public sealed class FixTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public FixTests()
    {
        _folder.Write("ai-tool-policy.json", Fix.Policy);
        _folder.Write("src/App.csproj", Scan.Project("Acme", "A"));
        _folder.Write("package.json", "{\r\n  \"dependencies\": {\r\n    \"acme\": \"1\"\r\n  }\r\n}\r\n");
        _folder.Write("ACME.md", "Be nice.");
    }

    public void Dispose() => _folder.Dispose();

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.Path, path));

    [Fact]
    public async Task Everything_restricted_is_taken_out_and_what_cannot_be_is_told()
    {
        var fix = await Fix.Run(_folder.Path);

        Assert.Equal(Scan.Project("A"), Read("src/App.csproj"));
        Assert.Equal("{\r\n  \"dependencies\": {\r\n  }\r\n}\r\n", Read("package.json"));
        Assert.Equal(
            [
                "package.json(3,5): mended AITP1003: 'acme'",
                "src/App.csproj(3,5): mended AITP1001: 'Acme'",
                "ACME.md(1,1): not mended AITP1006: 'ACME.md' is mended by hand: no edit is known for this kind of file",
                "2 mended in 2 files, 1 not mended. Now: policy 'Test policy' 1, as of 2026-07-10: 3 files inspected, 0 errors, 1 warning, 0 notices, 0 exempted",
            ],
            fix.Lines);
        Assert.Equal((0, ""), (fix.Code, fix.Output));
        Assert.Equal(["ACME.md", "ai-tool-policy.json", "package.json", "src"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Dry_run_shows_a_diff_and_writes_nothing()
    {
        var before = Read("src/App.csproj");

        var fix = await Fix.Run(_folder.Path, "--dry-run", "--rule", "aitp1001");

        Assert.Equal(
            """
            --- a/src/App.csproj
            +++ b/src/App.csproj
            @@ -1,6 +1,5 @@
             <Project>
               <ItemGroup>
            -    <PackageReference Include="Acme" Version="1.0.0" />
                 <PackageReference Include="A" Version="1.0.0" />
               </ItemGroup>
             </Project>

            """,
            fix.Output);
        Assert.Equal(before, Read("src/App.csproj"));
        Assert.Equal("src/App.csproj(3,5): would mend AITP1001: 'Acme'", fix.Lines[0]);
        Assert.Equal(1, fix.Code);
    }

    [Fact]
    public async Task Diff_is_what_git_applies()
    {
        Assert.SkipUnless(Git.IsThere, "git is not installed.");
        Git.Init(_folder.Path);
        _folder.Write("many/App.csproj", Scan.Project([.. Enumerable.Range(0, 40).Select(i => i % 9 == 0 ? "Acme" : $"P{i}")]));
        _folder.Write("last/package.json", "{ \"dependencies\": { \"acme\": \"1\", \"b\": \"2\" } }");
        var fix = await Fix.Run(_folder.Path, "--dry-run");
        _folder.Write("changes.diff", fix.Output);

        Git.Run(_folder.Path, "apply", "changes.diff");
        var patched = new[] { "src/App.csproj", "package.json", "many/App.csproj", "last/package.json" }.ToDictionary(path => path, Read);
        Git.Run(_folder.Path, "apply", "-R", "changes.diff");
        File.Delete(Path.Combine(_folder.Path, "changes.diff"));
        await Fix.Run(_folder.Path);

        Assert.All(patched, file => Assert.Equal(file.Value, Read(file.Key)));
    }

    [Fact]
    public async Task Tool_chooses_and_takes_notices_too()
    {
        _folder.Write("src/Globex.csproj", Scan.Project("Globex"));

        var fix = await Fix.Run(_folder.Path, "--tool", "globex", "--remove");

        Assert.Equal(Scan.Project(), Read("src/Globex.csproj"));
        Assert.Equal(Scan.Project("Acme", "A"), Read("src/App.csproj"));
        Assert.Equal(1, fix.Code);
    }

    [Fact]
    public async Task Several_counterparts_are_named_and_one_is_chosen_with_its_version()
    {
        var undecided = await Fix.Run(_folder.Path, "--replace", "--rule", "AITP1001");
        var decided = await Fix.Run(_folder.Path, "--replace", "--rule", "AITP1001", "--with", "globex@2.1.0");

        Assert.Equal("src/App.csproj(3,5): not mended AITP1001: 'Acme' has several counterparts: choose one with --with (Globex, Globex.Extra)", undecided.Lines[0]);
        Assert.Equal("src/App.csproj(3,5): mended AITP1001: 'Acme'", decided.Lines[0]);
        Assert.Contains("<PackageReference Include=\"Globex\" Version=\"2.1.0\" />", Read("src/App.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_counterpart_replaces_and_a_rule_without_one_is_told()
    {
        _folder.Write("src/Code.csproj", Scan.Project("Acme.Code"));

        var fix = await Fix.Run(_folder.Path, "--replace");

        Assert.Contains("\"globex\": \"latest\"", Read("package.json"), StringComparison.Ordinal);
        Assert.Contains("src/Code.csproj(3,5): not mended AITP1001: 'Acme.Code' cannot be replaced: the policy's rule names nothing to use instead", fix.Lines);
    }

    [Fact]
    public async Task Exemption_is_begun_beside_the_policy_and_exempts_nothing_yet()
    {
        var fix = await Fix.Run(_folder.Path, "--exempt", "--tool", "acme");
        var again = await Fix.Run(_folder.Path, "--exempt", "--tool", "acme");

        var written = Read("ai-tool-exemptions.json");
        Assert.Equal(2, written.Split("\"justification\": \"\"").Length - 1);
        Assert.Contains("\"evidence\": \"Acme\"", written, StringComparison.Ordinal);
        Assert.Equal(1, fix.Code);
        Assert.Equal(fix.Lines[^1].Split("Now: ")[1], (await Scan.Run(_folder.Path)).Summary);
        Assert.Equal(written, Read("ai-tool-exemptions.json"));
        Assert.StartsWith("package.json(3,5): not mended AITP1003: 'acme' has a record already, at ai-tool-exemptions.json(", again.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encoding_and_mark_of_a_file_stay()
    {
        var encoding = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "src/App.csproj"), Scan.Project("Acme", "Größe"), encoding, TestContext.Current.CancellationToken);

        await Fix.Run(_folder.Path);

        var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "src/App.csproj"), TestContext.Current.CancellationToken);
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Scan.Project("Größe"))], bytes);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Mode_of_a_file_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        _folder.Write("app.cs", "#!/usr/bin/env dotnet\n#:package Acme@1.0.0\nreturn 0;\n");
        File.SetUnixFileMode(Path.Combine(_folder.Path, "app.cs"), mode);

        await Fix.Run(_folder.Path);

        Assert.Equal("#!/usr/bin/env dotnet\nreturn 0;\n", Read("app.cs"));
        Assert.Equal(mode, File.GetUnixFileMode(Path.Combine(_folder.Path, "app.cs")));
    }

    [Fact]
    public async Task Linked_file_is_mended_where_it_lies()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a permission there.");
        _folder.Write("shared/Shared.props", Scan.Project("Acme"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "Linked.props"), Path.Combine(_folder.Path, "shared/Shared.props"));

        var dry = await Fix.Run(_folder.Path, "--dry-run");
        var fix = await Fix.Run(_folder.Path);

        Assert.Equal((0, 0), (dry.Code, fix.Code));
        Assert.Contains("Linked.props(3,5): mended AITP1001: 'Acme'", fix.Lines);
        Assert.Equal(Scan.Project(), Read("shared/Shared.props"));
        Assert.NotNull(new FileInfo(Path.Combine(_folder.Path, "Linked.props")).LinkTarget);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("none/there.json")]
    public void File_that_cannot_be_written_leaves_every_file_as_it_was(string path)
    {
        var before = Read("src/App.csproj");
        var changed = new ChangedFiles(_folder.Path, [new ChangedFile("src/App.csproj", before, "x"), new ChangedFile("new.json", null, "x"), new ChangedFile(path, null, "x")]);

        var error = Assert.Throws<UsageException>(() => changed.Write(TestContext.Current.CancellationToken));

        Assert.StartsWith("Nothing was changed: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Read("src/App.csproj"));
        Assert.Equal(["ACME.md", "ai-tool-policy.json", "package.json", "src"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "src")));
    }

    [Fact]
    public void File_that_has_changed_in_the_meantime_is_not_overwritten() => Assert.Contains(
        "has been changed in the meantime",
        Assert.Throws<UsageException>(() => new ChangedFiles(_folder.Path, [new ChangedFile("package.json", "{ }", "x")]).Write(TestContext.Current.CancellationToken)).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Wrong_policy_is_told_and_nothing_is_mended()
    {
        _folder.Write("ai-tool-policy.json", "{ \"rules\": [ { \"tools\": [\"acme\"], \"action\": \"denny\" } ] }");

        var fix = await Fix.Run(_folder.Path);

        Assert.Equal(2, fix.Code);
        Assert.StartsWith("ai-tool-policy.json(1,", fix.Lines[0], StringComparison.Ordinal);
        Assert.Equal(Scan.Project("Acme", "A"), Read("src/App.csproj"));
    }

    [Fact]
    public async Task Without_a_policy_nothing_is_restricted()
    {
        File.Delete(Path.Combine(_folder.Path, "ai-tool-policy.json"));
        _folder.Write("src/App.csproj", Scan.Project("Anthropic"));

        var fix = await Fix.Run(_folder.Path);

        Assert.Equal(0, fix.Code);
        Assert.StartsWith("Nothing to mend: there is no policy", fix.Lines[0], StringComparison.Ordinal);
        Assert.Equal(Scan.Project("Anthropic"), Read("src/App.csproj"));
    }

    [Theory]
    [InlineData("There is no rule 'AITP1010x'. Did you mean 'AITP1010'?", "--rule", "AITP1010x")]
    [InlineData("No tool 'acm' is in the catalog. Did you mean 'acme'?", "--tool", "acm")]
    [InlineData("--remove, --replace and --exempt are three ways", "--remove", "--exempt")]
    [InlineData("--with says what to use with --replace.", "--with", "Globex")]
    [InlineData("'a b' is no package or extension", "--replace", "--with", "a b")]
    [InlineData("There is no folder", "--policy", "x.json", "/no/such/folder")]
    public async Task Wrong_command_line_is_told(string message, params string[] arguments)
    {
        var fix = await Fix.Run(arguments[^1].StartsWith('/') ? arguments : [_folder.Path, .. arguments]);

        Assert.Equal(2, fix.Code);
        Assert.Contains(message, fix.Error, StringComparison.Ordinal);
        Assert.Equal(Scan.Project("Acme", "A"), Read("src/App.csproj"));
    }
}
