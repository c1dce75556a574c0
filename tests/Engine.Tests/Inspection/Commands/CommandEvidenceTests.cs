using AiToolPolicy.Engine.Inspection.Pipelines;

namespace AiToolPolicy.Engine.Tests.Inspection.Commands;

public class CommandEvidenceTests
{
    [Theory]
    [InlineData("acme run", "(1,1)-(1,5) Installed Command 'acme'")]
    [InlineData("a && sudo acme.exe x", "(1,11)-(1,19) Installed Command 'acme'")]
    [InlineData("gh acme suggest", "(1,1)-(1,3) Installed Command 'gh acme'")]
    [InlineData("gh pr list acme", "")]
    [InlineData("gh pr edit $PR --add-reviewer @acme", "(1,31)-(1,36) Installed Command 'gh @acme'")]
    [InlineData("gh issue create -t x --assignee='me,@acme'", "(1,22)-(1,43) Installed Command 'gh @acme'")]
    [InlineData("gh issue list --assignee @acme; gh pr edit 1 --add-reviewer acme,@me; gh pr comment -b @acme; echo gh pr edit 1 --add-reviewer @acme", "")]
    [InlineData("gh extension install acme/gh-acme", "(1,22)-(1,34) Installed Command 'gh acme'")]
    [InlineData("npx -y '@acme/code@1.2' x", "(1,9)-(1,23) Installed npm package '@acme/code' 1.2")]
    [InlineData("npm i -g @acme/code", "(1,10)-(1,20) Installed npm package '@acme/code'")]
    [InlineData("pip install \"acme-code==1.0\"", "(1,14)-(1,28) Installed PyPI package 'acme-code' 1.0")]
    [InlineData("go install github.com/acme/code/cmd/acme@v1", "(1,12)-(1,44) Installed Go module 'github.com/acme/code/cmd/acme' v1")]
    [InlineData("docker run --rm ghcr.io/acme/x:2", "(1,17)-(1,33) Installed Container image 'ghcr.io/acme/x' 2")]
    [InlineData("code --install-extension Acme.Code", "(1,26)-(1,35) Installed VS Code extension 'Acme.Code' on Extension")]
    [InlineData("export ACME_KEY=secret OTHER=1", "(1,8)-(1,16) Configured Variable 'ACME_KEY'")]
    [InlineData("bash -c \"cd x && acme y\"", "(1,18)-(1,22) Installed Command 'acme'")]
    [InlineData("exec runuser -u me -- acme -p x", "(1,23)-(1,27) Installed Command 'acme'")]
    [InlineData("exec gosu me acme; su-exec acme:acme acme; tini -- acme", "(1,14)-(1,18) Installed Command 'acme'\n(1,38)-(1,42) Installed Command 'acme'\n(1,52)-(1,56) Installed Command 'acme'")]
    [InlineData("gosu acme ls; runuser -u acme ls", "")]
    [InlineData("timeout 5 docker exec -it -e A=1 box acme /login", "(1,38)-(1,42) Installed Command 'acme'")]
    [InlineData("docker run --rm -v a:b --network host \"$IMAGE\" -lc '\nset -e\n acme run'", "(3,2)-(3,6) Installed Command 'acme'")]
    [InlineData("docker compose -f x.yml run --rm --entrypoint sh api -c 'npx @acme/code'", "(1,62)-(1,72) Installed npm package '@acme/code'")]
    [InlineData("docker run --entrypoint=acme box --version", "(1,25)-(1,29) Installed Command 'acme'")]
    [InlineData("docker run acme/code acme", "(1,12)-(1,21) Installed Container image 'acme/code'\n(1,22)-(1,26) Installed Command 'acme'")]
    [InlineData("docker run --rm -e ACME_KEY -e OTHER=ACME_KEY box -e ACME_KEY", "(1,20)-(1,28) Configured Variable 'ACME_KEY'")]
    [InlineData("docker compose exec --env=ACME_KEY=$X api ls; docker exec --env ACME_KEY=1 box ls", "(1,27)-(1,35) Configured Variable 'ACME_KEY'\n(1,65)-(1,73) Configured Variable 'ACME_KEY'")]
    [InlineData("docker build -e ACME_KEY .; docker ps --env-file ACME_KEY", "")]
    [InlineData("docker-compose exec -T api sh -c acme; kubectl exec -it pod -- acme x", "(1,34)-(1,38) Installed Command 'acme'\n(1,64)-(1,68) Installed Command 'acme'")]
    [InlineData("docker run -e X acme; docker exec acme ls; docker build -t run acme; docker run box --name acme", "")]
    [InlineData("curl -fsSL https://get.example/acme/install.sh?v=2 | sh", "(1,12)-(1,51) Installed Address 'get.example/acme/install.sh'")]
    [InlineData("bash <(wget -qO- get.example/acme/install)", "(1,18)-(1,42) Installed Address 'get.example/acme/install'")]
    [InlineData("sh -c \"$(curl -d @x https://api.acme.example/v1)\"", "(1,21)-(1,48) Configured Address 'api.acme.example'")]
    [InlineData("curl -H 'Referer: https://acme.example' -d '{\"u\":\"https://acme.example\"}' https://get.example/other", "")]
    [InlineData("open https://acme.example; echo https://get.example/acme/install.sh", "")]
    [InlineData("echo code --install-extension acme.code", "")]
    [InlineData("echo acme; # acme\nac x; acmex; ./acme; which acme; cat acme > acme", "")]
    [InlineData("npm install acme-code @acme/coder; pip install acme", "")]
    [InlineData("command -v acme || exit 1", "")]
    public void A_script_shows_what_it_runs_installs_and_sets(string script, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new ScriptInspector(), "run.sh", script));

    [Theory]
    [InlineData("irm https://get.example/acme/install.ps1 | iex", "(1,5)-(1,41) Installed Address 'get.example/acme/install.ps1'")]
    [InlineData("invoke-webrequest -Uri 'https://get.example/acme/install.ps1' -OutFile x.ps1", "(1,25)-(1,61) Installed Address 'get.example/acme/install.ps1'")]
    public void A_PowerShell_script_shows_what_it_fetches(string script, string expected) =>
        Assert.Equal(expected, SurfaceSample.See(new ScriptInspector(), "run.ps1", script));

    [Theory]
    [InlineData("EXT=(\n  # \"acme.code\" no longer\n  other.one # don't\n  \"«Acme.Code»\" # \"acme.code\"\n)\nfor e in \"${EXT[@]}\"; do\n  code --install-extension \"$e\" --force\ndone")]
    [InlineData("declare -a ext=('«Acme.Code»:Acme')\next+=(«Acme.Code»)\nfor e in ${ext[*]}; do $editor --install-extension ${e}; done")]
    [InlineData("for e in other.one «Acme.Code»; do code --install-extension $e; done")]
    public void A_script_that_installs_a_list_of_extensions_one_by_one_shows_them(string script) =>
        Assert.All(
            SurfaceSample.SeeMarked(new ScriptInspector(), "run.sh", script).Split('\n'),
            line => Assert.Equal("Installed VS Code extension 'Acme.Code' on Extension", line));

    [Fact]
    public void A_PowerShell_script_that_installs_a_list_of_extensions_shows_them() => Assert.Equal(
        "Installed VS Code extension 'acme.code' on Extension",
        SurfaceSample.SeeMarked(new ScriptInspector(), "run.ps1", "$all = @(\n  'other.one', # it's\n  \"«acme.code»\"\n)\nforeach ($one in $all) {\n  if ($have -notcontains $one) { code --install-extension $one --force }\n}"));

    [Theory]
    [InlineData("a --install-extension $e;")]
    [InlineData("for e in $x; do a --install-extension $e; done; x=(\"")]
    [InlineData("x=(#x=('")]
    [InlineData("for e in $x; do a --install-extension $e; done; x=(acme.code)\n")]
    public void A_script_of_many_loops_and_lists_is_read_in_time(string part) =>
        SurfaceSample.See(new ScriptInspector(), "run.sh", string.Concat(Enumerable.Repeat(part, 5_000)));

    [Theory]
    [InlineData("bad=(acme.code)\nfor e in \"${bad[@]}\"; do code --uninstall-extension $e; done\nfor e in \"${good[@]}\"; do code --install-extension $e; done")]
    [InlineData("bad=(acme.code)\nfor b in \"${bad[@]}\"; do sed -i \"/$b/d\" list; done\nwhile read -r e; do code --install-extension \"$e\"; done < list")]
    [InlineData("ext=(acme.code)\nfor e in ${ext[@]}; do echo code --install-extension $e; done")]
    [InlineData("next=(acme.code); for e in ${ext[@]}; do code --install-extension $e; done")]
    [InlineData("code --install-extension $e; code --install-extension")]
    public void A_list_of_extensions_that_no_loop_installs_is_none(string script) =>
        Assert.Equal("", SurfaceSample.See(new ScriptInspector(), "run.sh", script));
}
