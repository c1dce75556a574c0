using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Pipelines;

namespace AiToolPolicy.Engine.Tests.Inspection.Pipelines;

public class BuildFileTests
{
    [Theory]
    [InlineData("a.ps1", "$x = acme y", "(1,6)-(1,10) Installed Command 'acme'")]
    [InlineData("a.cmd", "@call acme y", "(1,7)-(1,11) Installed Command 'acme'")]
    [InlineData("a.bash", "x\r\n  acme", "(2,3)-(2,7) Installed Command 'acme'")]
    [InlineData("hooks/pre-commit", "#!/usr/bin/env -S bash -e\nacme", "(2,1)-(2,5) Installed Command 'acme'")]
    [InlineData("bin/tool", "#!/usr/bin/python3\nacme", "")]
    [InlineData("bin/tool", "acme", "")]
    [InlineData("a.sh", "#!/usr/bin/env pwsh\nif ($true) { acme }", "(2,14)-(2,18) Installed Command 'acme'")]
    public void Scripts_are_read_by_extension_or_first_line(string path, string text, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new ScriptInspector(), path, text));

    [Fact]
    public void A_file_without_extension_that_is_no_text_is_no_problem()
    {
        var context = new InspectionContext(SurfaceSample.Catalog, Engine.Inspection.Dependencies.ReferenceSites.None, new Engine.Inspection.Dependencies.CentralVersions([]));
        new ScriptInspector().Inspect(new InputFile("bin/tool", () => FileText.Failed("it is binary")), context);
        Assert.Empty(context.Problems);

        new ScriptInspector().Inspect(new InputFile("bin/tool.sh", () => FileText.Failed("it is binary")), context);
        Assert.Single(context.Problems);
    }

    [Theory]
    [InlineData("all: acme\n\t@acme x \\\n\t  && npx @acme/code\n", "(2,3)-(2,7) Installed Command 'acme'\n(3,11)-(3,21) Installed npm package '@acme/code'")]
    [InlineData("X = acme\nacme:\n\techo $(acme) $$(acme y)\n", "(3,18)-(3,22) Installed Command 'acme'")]
    [InlineData("V := $(shell acme --version)\n", "(1,14)-(1,18) Installed Command 'acme'")]
    [InlineData("all:\n\techo acme # acme\n# \tacme\nacme: x\n", "")]
    [InlineData("all:\n\t-acme\n\tcd x; acme\n", "(2,3)-(2,7) Installed Command 'acme'\n(3,8)-(3,12) Installed Command 'acme'")]
    public void Recipes_of_makefiles_are_read(string text, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new MakefileInspector(), "Makefile", text));

    [Theory]
    [InlineData("acme x='acme':\n    @acme {{x}} y\n    echo acme\n\nother:\n  -npx @acme/code\n", "(2,6)-(2,10) Installed Command 'acme'\n(6,8)-(6,18) Installed npm package '@acme/code'")]
    [InlineData("py:\n  #!/usr/bin/env python\n  acme\nsh:\n  #!/usr/bin/env bash\n  acme\n", "(6,3)-(6,7) Installed Command 'acme'")]
    public void Recipes_of_justfiles_are_read(string text, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new JustfileInspector(), "justfile", text));

    [Theory]
    [InlineData("steps {\n  sh 'acme x'\n  sh(script: \"npx @acme/code\", returnStdout: true)\n}", "(2,7)-(2,11) Installed Command 'acme'\n(3,19)-(3,29) Installed npm package '@acme/code'")]
    [InlineData("sh '''\n  cd x\n  acme y\n'''\nbat 'call acme'\npwsh \"acme\"", "(3,3)-(3,7) Installed Command 'acme'\n(5,11)-(5,15) Installed Command 'acme'\n(6,7)-(6,11) Installed Command 'acme'")]
    [InlineData("agent { docker { image 'acme/code:1' } }\ndocker.image('ghcr.io/acme/x').inside { }", "(1,25)-(1,36) Installed Container image 'acme/code' 1\n(2,15)-(2,29) Installed Container image 'ghcr.io/acme/x'")]
    [InlineData("environment {\n  ACME_KEY = credentials('x')\n  B = 'ACME_KEY'\n}", "(2,3)-(2,11) Configured Variable 'ACME_KEY'")]
    [InlineData("echo 'acme'\n// sh 'acme'\n/* sh 'acme' */\nsh \"echo acme\"\ndef acme = 'acme'", "")]
    [InlineData("sh 'acme\nsh 'acme'", "(1,5)-(1,9) Installed Command 'acme'\n(2,5)-(2,9) Installed Command 'acme'")]
    public void Steps_of_jenkinsfiles_are_read(string text, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new JenkinsfileInspector(), "Jenkinsfile", text));

    [Fact]
    public void Scripts_of_package_json_are_read() => Assert.Equal(
        "(3,13)-(3,17) Installed Command 'acme'\n(4,24)-(4,36) Installed npm package '@acme/code' 2",
        SurfaceSample.See(new PackageScriptsInspector(), "package.json", """
        { "name": "acme",
          "scripts": {
            "ask": "acme \"x\"",
            "other": "a && npx @acme/code@2", "acme": "echo acme"
        } }
        """, Surface.Manifest));
}
