using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Tests.Verification;

public sealed class CompilationCheckTests
{
    private const string Package = "/home/me/.nuget/packages/aitoolpolicy/1.0.0";
    private const string Honest = "/usr/share/dotnet/sdk/10.0.401/Roslyn/bincore/csc /noconfig /analyzer:" + Package + "/analyzers/dotnet/AiToolPolicy.Analyzers.dll /analyzerconfig:/repo/.editorconfig";
    private const string Task = "/usr/share/dotnet/sdk/10.0.401/Roslyn/Microsoft.Build.Tasks.CodeAnalysis.dll";

    [Theory]
    [InlineData("")]
    [InlineData("/nowarn:CS1701,CS1702 /warn:10 /warnaserror-:NU1605")]
    [InlineData("/analyzerconfig:/usr/share/dotnet/sdk/10.0.401/Sdks/x.globalconfig")]
    [InlineData("/analyzerconfig:obj/Debug/App.GeneratedMSBuildEditorConfig.editorconfig")]
    public void Honest_call_is_fine(string more) => Assert.Empty(Problems($"{Honest} {more}"));

    [Theory]
    [InlineData("/skipanalyzers+", "no analyzers")]
    [InlineData("/nowarn:1701,aitp1009", "silent about aitp1009 (/nowarn)")]
    [InlineData("\"/nowarn:1701;AITP1010\"", "silent about AITP1010 (/nowarn)")]
    [InlineData("/warnaserror-:AITP1009", "silent about AITP1009 (/warnaserror-)")]
    [InlineData("/warn:0", "/warn:0")]
    [InlineData("/ruleset:\"/repo/my rules.ruleset\"", "/repo/my rules.ruleset")]
    [InlineData("/analyzerconfig:/home/me/.globalconfig", "outside the repository")]
    public void Weakening_is_found(string more, string message) =>
        Assert.Contains(message, Assert.Single(Problems($"{Honest} {more}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_analyzer_is_found() =>
        Assert.Contains("without AiToolPolicy.Analyzers.dll", Assert.Single(Problems("/usr/bin/csc /noconfig a.cs")).Message, StringComparison.Ordinal);

    [Fact]
    public void Analyzer_of_another_place_is_found() =>
        Assert.Contains("not of the package", Assert.Single(Problems("/usr/bin/csc /analyzer:/repo/eng/AiToolPolicy.Analyzers.dll")).Message, StringComparison.Ordinal);

    [Fact]
    public void Compiler_and_task_of_the_repository_are_found()
    {
        Assert.Contains("from the repository itself", Assert.Single(Problems(Honest.Replace("/usr/share/dotnet", "/repo/tools", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("The compiler's task came from /repo/eng/Mine.dll", Assert.Single(Problems(Honest, "/repo/eng/Mine.dll")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_of_another_system_is_read_too()
    {
        const string line = """
            "C:\Program Files\dotnet\sdk\10.0.401\Roslyn\bincore\csc.exe" /noconfig /analyzer:C:\Users\me\.nuget\packages\aitoolpolicy\1.0.0\analyzers\dotnet\AiToolPolicy.Analyzers.dll
            """;
        var place = PackagePlace.Of(LoggedPath.Normal(@"C:\Users\me\.nuget\packages\aitoolpolicy\1.0.0\build\AiToolPolicy.targets"), LoggedPath.Normal(@"C:\Users\me\.nuget\packages\aitoolpolicy\1.0.0\build\..\tasks\AiToolPolicy.Build.dll"));

        Assert.Equal("1.0.0", place!.Version);
        Assert.Empty(CompilationCheck.Run(CompilerCall.Parse(line, "C:/x/Microsoft.Build.Tasks.CodeAnalysis.dll"), place, "C:/repo"));
        Assert.Equal("src/App/App.csproj", LoggedPath.Relative("C:/Repo", "c:/repo/src/App/App.csproj"));
    }

    [Theory]
    [InlineData("/repo/Directory.Build.targets", Package + "/tasks/AiToolPolicy.Build.dll")]
    [InlineData(Package + "/build/AiToolPolicy.targets", "/repo/eng/AiToolPolicy.Build.dll")]
    [InlineData(Package + "/build/AiToolPolicy.targets", "/home/me/.nuget/packages/aitoolpolicy/2.0.0/tasks/AiToolPolicy.Build.dll")]
    [InlineData("/repo/build/AiToolPolicy.targets", "/repo/tasks/AiToolPolicy.Build.dll")]
    public void Target_and_task_must_come_from_one_package(string target, string task) => Assert.Null(PackagePlace.Of(target, task));

    private static List<Problem> Problems(string commandLine, string task = Task) =>
        [.. CompilationCheck.Run(CompilerCall.Parse(commandLine, task), new PackagePlace(Package, "1.0.0"), "/repo")];
}
