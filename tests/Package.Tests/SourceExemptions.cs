using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Exemptions in source code: judged from the compiler's log, in every build, whether or not anything is compiled.</summary>
public sealed class SourceExemptions(PackedPackage package)
{
    private const string Deny = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "surfaces": ["source"] }""";

    private const string Fields = "Needed until the gateway has moved; owner=jane@contoso.example; expires=2999-02-01";

    private const string More = """ "default": "allow", "exemptions": { "maxDays": 400000 },""";

    private Repository NewRepository(string source, string rule = Deny) => new Repository(package).AddPolicy(rule, More).AddApp("App", "net10.0").Add("App/Program.cs", source);

    private static string Attribute(string justification) => $$"""
        using System.Diagnostics.CodeAnalysis;
        System.Console.WriteLine(C.Address);
        static class C
        {
            [SuppressMessage("AiToolPolicy", "AITP1010"{{justification}})]
            public static string Address => "https://api.anthropic.com";
        }
        """;

    private static string Pragma(string comment) => $"""
        #pragma warning disable AITP1010{comment}
        System.Console.WriteLine("https://api.anthropic.com");
        #pragma warning restore AITP1010
        """;

    [Fact]
    public async Task CompleteAttribute_exemptsThroughItsLastDay_withoutCompilingAgain()
    {
        using var repository = NewRepository(Attribute($", Justification = \"{Fields}\""));
        var first = await repository.BuildAsync("App", "-p:AiToolPolicyAsOf=2998-12-01");
        var compiled = File.GetLastWriteTimeUtc(Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll"));

        var loud = await DotNet.RunAsync(repository.Root, "build", "App", "--no-restore", "-tl:off", "-v:n", "-p:AiToolPolicyAsOf=2998-12-01");
        var last = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyAsOf=2999-02-01");
        var after = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyAsOf=2999-02-02");

        Assert.True(first.Places.Length == 0 && first.ExitCode == 0, first.Output);
        Assert.Contains("exempted until 2999-02-01 by jane@contoso.example", loud.Output, StringComparison.Ordinal);
        Assert.True(last.Places.Length == 0 && last.ExitCode == 0, last.Output);
        Assert.True(after.ExitCode == 1 && after.Diagnostics.Count == 2, after.Output);
        Assert.Contains(after.Diagnostics, d => d is { Path: "App/Program.cs", Line: 5, Severity: "warning", Code: "AITP2002" });
        Assert.Contains(after.Diagnostics, d => d is { Path: "App/Program.cs", Line: 6, Column: 37, Severity: "error", Code: "AITP1010" });
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll")));
    }

    [Fact]
    public async Task AttributeWithoutFields_exemptsNothing()
    {
        using var repository = NewRepository(Attribute(""));
        var first = await repository.BuildAsync("App");

        var second = await repository.BuildAsync("App", "--no-restore");

        foreach (var build in new[] { first, second })
        {
            Assert.True(build.ExitCode == 1, build.Output);
            Assert.Contains("App/Program.cs(6,37): error AITP1010", build.Places, StringComparison.Ordinal);
            Assert.Contains("App/Program.cs(5,6): warning AITP2001", build.Places, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("#Disable Warning AITP1010 ' {0}\nModule M\n    Sub Main()\n        System.Console.WriteLine(\"https://api.anthropic.com\")\n    End Sub\nEnd Module\n#Enable Warning AITP1010\n", 1, 4)]
    [InlineData("Module M\n    <System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiToolPolicy\", \"AITP1010\", Justification:=\"{0}\")>\n    Sub Main()\n        System.Console.WriteLine(\"https://api.anthropic.com\")\n    End Sub\nEnd Module\n", 2, 4)]
    public async Task VisualBasic_isExemptedByTheSameFields(string source, int record, int use)
    {
        using var repository = new Repository(package).AddPolicy(Deny, More).Add("V/V.vbproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>
            """).Add("V/M.vb", source.Replace("{0}", Fields, StringComparison.Ordinal));
        var complete = await repository.BuildAsync("V");
        repository.Add("V/M.vb", source.Replace("{0}", "just because", StringComparison.Ordinal));
        var incomplete = await repository.BuildAsync("V", "--no-restore");

        Assert.True(complete.Places.Length == 0 && complete.ExitCode == 0, complete.Output);
        Assert.Equal(1, incomplete.ExitCode);
        Assert.Contains(incomplete.Diagnostics, d => d is { Path: "V/M.vb", Severity: "error", Code: "AITP1010" } && d.Line == use);
        Assert.Contains(incomplete.Diagnostics, d => d is { Path: "V/M.vb", Severity: "warning", Code: "AITP2001" } && d.Line == record);
    }

    [Fact]
    public async Task EachFramework_hasItsOwnReportOfSource()
    {
        using var repository = new Repository(package).AddPolicy(Deny, More).AddApp("Lib", "net10.0;net9.0").Add("Lib/C.cs", $$"""
            #if !NET10_0_OR_GREATER
            #pragma warning disable AITP1010 // {{Fields}}
            class C { public static string Address => "https://api.anthropic.com"; }
            #endif
            """);

        var build = await repository.BuildAsync("Lib", "-p:AiToolPolicyReport=ai.sarif");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.True(File.Exists(Path.Combine(repository.Root, "ai.Lib-Lib.source.net9.0.sarif")), build.Output);
        Assert.False(File.Exists(Path.Combine(repository.Root, "ai.Lib-Lib.source.net10.0.sarif")), build.Output);
    }

    [Fact]
    public async Task ReportOfSource_goes_whenTheCompilerIsStopped()
    {
        using var repository = NewRepository(Pragma($" // {Fields}"));
        var report = Path.Combine(repository.Root, "ai.App-App.source.sarif");
        await repository.BuildAsync("App", "-p:AiToolPolicyReport=ai.sarif");
        var wasThere = File.Exists(report);

        repository.Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");");
        var denied = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyReport=ai.sarif");

        Assert.True(wasThere && denied.ExitCode == 1, denied.Output);
        Assert.False(File.Exists(report), "The report tells of an earlier build.");
    }

    [Fact]
    public async Task CompletePragma_exempts_andOneWithoutFieldsDoesNot()
    {
        using var repository = NewRepository(Pragma($" // {Fields}"));
        var complete = await repository.BuildAsync("App", "-p:AiToolPolicyReport=ai.sarif");
        var report = await File.ReadAllTextAsync(Path.Combine(repository.Root, "ai.App-App.source.sarif"), TestContext.Current.CancellationToken);
        var loud = await DotNet.RunAsync(repository.Root, "build", "App", "--no-restore", "-tl:off", "-v:n");
        repository.Add("App/Program.cs", Pragma(" // no owner and no end, just because"));
        var incomplete = await repository.BuildAsync("App", "--no-restore");
        repository.Add("App/Program.cs", Pragma(""));
        var bare = await repository.BuildAsync("App", "--no-restore");

        Assert.True(complete.Places.Length == 0 && complete.ExitCode == 0, complete.Output);
        Assert.Contains("\"kind\": \"inSource\"", report, StringComparison.Ordinal);
        Assert.Contains("\"expires\": \"2999-02-01\"", report, StringComparison.Ordinal);
        Assert.Contains("exempted until 2999-02-01", loud.Output, StringComparison.Ordinal);
        Assert.True(incomplete.ExitCode == 1, incomplete.Output);
        Assert.Contains("App/Program.cs(1,1): warning AITP2001", incomplete.Places, StringComparison.Ordinal);
        Assert.Contains("App/Program.cs(2,26): error AITP1010", incomplete.Places, StringComparison.Ordinal);
        Assert.True(bare is { ExitCode: 1, Places: "App/Program.cs(2,26): error AITP1010" }, bare.Output);
    }

    [Fact]
    public async Task PragmaCoversItsRegion_andNoOtherUse()
    {
        using var repository = NewRepository(Pragma($" // {Fields}") + "\nSystem.Console.WriteLine(\"https://api.anthropic.com/v1\");");

        var build = await repository.BuildAsync("App");

        Assert.True(build is { ExitCode: 1, Places: "App/Program.cs(4,26): error AITP1010" }, build.Output);
    }

    [Fact]
    public async Task RuleThatPermitsNone_isNotExempted()
    {
        using var repository = NewRepository(Attribute($", Justification = \"{Fields}\""), Deny.Replace("\"action\"", "\"exemptable\": false, \"action\"", StringComparison.Ordinal));

        var build = await repository.BuildAsync("App");

        Assert.True(build.ExitCode == 1, build.Output);
        Assert.Contains("warning AITP2005", build.Places, StringComparison.Ordinal);
        Assert.Contains("App/Program.cs(6,37): error AITP1010", build.Places, StringComparison.Ordinal);
    }
}
