using AiToolPolicy.Engine.Inspection.Pipelines;

namespace AiToolPolicy.Engine.Tests.Inspection.Commands;

public class CommandEvidenceTests
{
    [Theory]
    [InlineData("acme run", "(1,1)-(1,5) Installed Command 'acme'")]
    [InlineData("a && sudo acme.exe x", "(1,11)-(1,19) Installed Command 'acme'")]
    [InlineData("gh acme suggest", "(1,1)-(1,3) Installed Command 'gh acme'")]
    [InlineData("gh pr list acme", "")]
    [InlineData("gh extension install acme/gh-acme", "(1,22)-(1,34) Installed Command 'gh acme'")]
    [InlineData("npx -y '@acme/code@1.2' x", "(1,9)-(1,23) Installed npm package '@acme/code' 1.2")]
    [InlineData("npm i -g @acme/code", "(1,10)-(1,20) Installed npm package '@acme/code'")]
    [InlineData("pip install \"acme-code==1.0\"", "(1,14)-(1,28) Installed PyPI package 'acme-code' 1.0")]
    [InlineData("go install github.com/acme/code/cmd/acme@v1", "(1,12)-(1,44) Installed Go module 'github.com/acme/code/cmd/acme' v1")]
    [InlineData("docker run --rm ghcr.io/acme/x:2", "(1,17)-(1,33) Installed Container image 'ghcr.io/acme/x' 2")]
    [InlineData("code --install-extension Acme.Code", "(1,26)-(1,35) Installed VS Code extension 'Acme.Code' on Extension")]
    [InlineData("export ACME_KEY=secret OTHER=1", "(1,8)-(1,16) Configured Variable 'ACME_KEY'")]
    [InlineData("bash -c \"cd x && acme y\"", "(1,18)-(1,22) Installed Command 'acme'")]
    [InlineData("echo acme; # acme\nac x; acmex; ./acme; which acme; cat acme > acme", "")]
    [InlineData("npm install acme-code @acme/coder; pip install acme", "")]
    [InlineData("command -v acme || exit 1", "")]
    public void A_script_shows_what_it_runs_installs_and_sets(string script, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new ScriptInspector(), "run.sh", script));
}
