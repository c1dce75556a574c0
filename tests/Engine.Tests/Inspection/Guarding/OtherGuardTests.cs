namespace AiToolPolicy.Engine.Tests.Inspection.Guarding;

public class OtherGuardTests
{
    [Theory]
    [InlineData("-noWarn:CS1591;AITP1001", "(1,1)-(1,24): -noWarn lists AITP1001, which hides warnings of the check")]
    [InlineData("/warnAsMessage:AITP1001", "-warnAsMessage lists AITP1001")]
    [InlineData("-warnNotAsError:aitp1001", "-warnNotAsError lists aitp1001, which keeps")]
    [InlineData("-p:NoWarn=AITP1009", "NoWarn lists AITP1009")]
    [InlineData("-p:NoWarn=1591%3bAITP1009", "NoWarn lists AITP1009")]
    [InlineData("-p:NoWarn=1591;AITP1009;A=1", "NoWarn lists AITP1009")]
    [InlineData("-m -p:AiToolPolicyEnabled=false", "(1,4)-(1,32): AiToolPolicyEnabled is false")]
    [InlineData("/Property:A=1;RunAnalyzers=false", "RunAnalyzers is false")]
    [InlineData("--property RunAnalyzers=false", "(1,12)-(1,30): RunAnalyzers is false")]
    [InlineData("\"-p:RunAnalyzers=false\"", "RunAnalyzers is false")]
    [InlineData("-p:_AiToolPolicyScan=x", "_AiToolPolicyScan is set")]
    [InlineData("# -p:RunAnalyzers=false", "")]
    [InlineData("-p:RunAnalyzers=true -noWarn:CS1591", "")]
    [InlineData("-warnAsError:AITP1001", "")]
    [InlineData("-m", "")]
    public void Response_files(string line, string expected) => Weakened.Says(expected, Weakened.By("Directory.Build.rsp", line));

    [Theory]
    [InlineData("dotnet build -p:RunAnalyzers=false App", "(1,14)-(1,35): RunAnalyzers is false")]
    [InlineData("dotnet test /p:NoWarn='AITP1009;CS1591'", "NoWarn lists AITP1009")]
    [InlineData("./build.sh -p:AiToolPolicyEnabled=false", "AiToolPolicyEnabled is false")]
    [InlineData("dotnet msbuild -nowarn:AITP1001", "-nowarn lists AITP1001")]
    [InlineData("export RunAnalyzers=false", "(1,8)-(1,20): RunAnalyzers is false")]
    [InlineData("echo -p:RunAnalyzers=true", "")]
    [InlineData("# dotnet build -p:RunAnalyzers=false", "")]
    [InlineData("dotnet build -p:Configuration=Release", "")]
    [InlineData("export RunAnalyzers=true", "")]
    public void Scripts(string line, string expected) => Weakened.Says(expected, Weakened.By("build.sh", line));

    [Theory]
    [InlineData("FROM a\nENV AiToolPolicyEnabled=false", "AiToolPolicyEnabled is false")]
    [InlineData("FROM a\nRUN dotnet publish -p:RunAnalyzers=false", "(2,20)-(2,41): RunAnalyzers is false")]
    [InlineData("FROM a\nENV A=false", "")]
    public void Dockerfiles(string text, string expected) => Weakened.Says(expected, Weakened.By("Dockerfile", text));

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.AITP1009.severity = none", "(2,1)-(2,43): dotnet_diagnostic.AITP1009.severity is none, which asks the compiler to hide")]
    [InlineData("is_global = true\ndotnet_diagnostic.aitp1010.severity=silent # why", "dotnet_diagnostic.aitp1010.severity is silent")]
    [InlineData("[*]\ndotnet_diagnostic.AITP1009.severity: suggestion", "is suggestion")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.severity = none", "dotnet_analyzer_diagnostic.severity is none")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-AiToolPolicy.severity = none", "category-AiToolPolicy.severity is none")]
    [InlineData("[*.cs]\ngenerated_code = true", "generated_code is true for every file ('[*.cs]')")]
    [InlineData("[*.cs]\ndotnet_diagnostic.AITP1009.severity = error", "")]
    [InlineData("[*.cs]\ndotnet_diagnostic.CA1009.severity = none", "")]
    [InlineData("[*.cs]\n# dotnet_diagnostic.AITP1009.severity = none", "")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-Style.severity = none", "")]
    [InlineData("[*.cs]\ndotnet_diagnostic.severity = silent", "")]
    [InlineData("[*.g.cs]\ngenerated_code = true", "")]
    [InlineData("[Migrations/**]\ngenerated_code = true", "")]
    public void Analyzer_configuration(string text, string expected)
    {
        Weakened.Says(expected, Weakened.By("src/.editorconfig", text));
        Weakened.Says(expected, Weakened.By("rules.globalconfig", text));
    }

    [Theory]
    [InlineData("<Rule Id='AITP1009' Action='None' />", "The rule set says 'None' of AITP1009")]
    [InlineData("<Rule Id='AITP1009' Action='Error' />", "")]
    [InlineData("<Rule Id='CA1000' Action='None' />", "")]
    [InlineData("<IncludeAll Action='Hidden' />", "The rule set says 'Hidden' of all rules")]
    [InlineData("<IncludeAll Action='Warning' />", "")]
    public void Rule_sets(string element, string expected) =>
        Weakened.Says(expected, Weakened.By("x.ruleset", $"<RuleSet Name='x' ToolsVersion='15.0'><Rules AnalyzerId='A' RuleNamespace='B'>{element}</Rules></RuleSet>"));

    [Theory]
    [InlineData("#:property RunAnalyzers=false\nreturn;", "(1,1)-(1,30): RunAnalyzers is false")]
    [InlineData("#:property NoWarn=$(NoWarn);AITP1010\nreturn;", "NoWarn lists AITP1010")]
    [InlineData("#:property LangVersion=preview\nreturn;", "")]
    [InlineData("// #:property RunAnalyzers=false\nreturn;", "")]
    [InlineData("return;\n#:property RunAnalyzers=false", "")]
    public void File_based_apps(string text, string expected) => Weakened.Says(expected, Weakened.By("app.cs", text));

    [Theory]
    [InlineData("a.cs", "[assembly: SuppressMessage('AiToolPolicy', 'AITP1009', Justification = 'no')]", "(1,45)-(1,53): AITP1009 is suppressed for the whole assembly")]
    [InlineData("a.cs", "[assembly: A(1), System.Diagnostics.CodeAnalysis.SuppressMessageAttribute(@'x', 'AITP1010:Literal', Scope = 'module')]", "AITP1010 is suppressed for the whole assembly")]
    [InlineData("a.vb", "<Assembly: SuppressMessage('AiToolPolicy', 'AITP1009')>", "AITP1009 is suppressed for the whole assembly")]
    [InlineData("a.cs", "[assembly: SuppressMessage('AiToolPolicy', 'AITP1009', Scope = 'member', Target = '~M:A.B')]", "")]
    [InlineData("a.cs", "[assembly: SuppressMessage('Style', 'IDE0001')] // AITP1009", "")]
    [InlineData("a.cs", "// [assembly: SuppressMessage('AiToolPolicy', 'AITP1009')]", "")]
    [InlineData("a.cs", "/* [assembly: SuppressMessage('AiToolPolicy', 'AITP1009')] */", "")]
    [InlineData("a.cs", "var s = @'[assembly: SuppressMessage(''AiToolPolicy'', ''AITP1009'')]';", "")]
    [InlineData("a.vb", "' <Assembly: SuppressMessage(\"AiToolPolicy\", \"AITP1009\")>", "")]
    [InlineData("a.cs", "class C { [SuppressMessage('AiToolPolicy', 'AITP1009')] void M() { } }", "")]
    public void Suppressions_of_an_assembly(string path, string text, string expected) => Weakened.Says(expected, Weakened.By(path, text));
}
