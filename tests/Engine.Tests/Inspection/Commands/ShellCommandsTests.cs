using AiToolPolicy.Engine.Inspection.Commands;

namespace AiToolPolicy.Engine.Tests.Inspection.Commands;

public class ShellCommandsTests
{
    [Theory]
    [InlineData("tool --x 'a b' \"c d\"", "tool|--x|a b|c d")]
    [InlineData("a; b && c || d & e | f", "a\nb\nc\nd\ne\nf")]
    [InlineData("A=1 B=\"x y\" tool", "tool")]
    [InlineData("A=(tool other)\nB=1", "")]
    [InlineData("declare -a A=(tool other); b", "declare|-a|A=$\nb")]
    [InlineData("RUN=\"A=1 tool x\"\n$RUN", "$RUN\ntool|x")]
    [InlineData("sudo -u root -E tool x", "tool|x")]
    [InlineData("env -u X A=1 tool", "tool")]
    [InlineData("nohup nice -n 5 timeout -k 1 30s tool x &", "tool|x")]
    [InlineData("xargs -n 1 tool", "tool")]
    [InlineData("command -v tool", "command|-v|tool")]
    [InlineData("/usr/local/bin/tool x", "/usr/local/bin/tool|x")]
    [InlineData("x=$(tool a)", "tool|a")]
    [InlineData("echo \"is $(tool a) here\"", "tool|a\necho|is $ here")]
    [InlineData("echo `tool a`", "tool|a\necho|$")]
    [InlineData("echo tool; echo 'tool; tool'", "echo|tool\necho|tool; tool")]
    [InlineData("# tool\nx # tool\ny#z", "x\ny#z")]
    [InlineData("tool \\\n  --x \\\r\n  y", "tool|--x|y")]
    [InlineData("to\\\nol x", "tool|x")]
    [InlineData("cat <<EOF\ntool\nEOF\nnext", "cat\nnext")]
    [InlineData("cat <<-'E F' > x\n\ttool\n\tE F\nnext", "cat\nnext")]
    [InlineData("bash <<EOF\ntool x\nEOF\nnext", "bash\ntool|x\nnext")]
    [InlineData("cat <<< tool; x 2>&1 >> tool < tool &> tool", "cat\nx")]
    [InlineData("diff <(tool a) <(b)", "tool|a\nb\ndiff")]
    [InlineData("if tool; then a; elif b; else c; fi", "tool\na\nb\nc")]
    [InlineData("for tool in a b; do c; done", "for|tool|in|a|b\nc")]
    [InlineData("while ! a; do { b; (c); }; done", "a\nb\nc")]
    [InlineData("case $x in\n  tool|other) a ;;\n  # tool)\n  (\"b)\") c;&\n  *) d\nesac\nnext", "a\nc\nd\nnext")]
    [InlineData("case x in tool) a;; esac; b", "a\nb")]
    [InlineData("tool() { a; }\nfunction tool { b; }", "a\nb")]
    [InlineData("((tool = 1)); echo $((tool + 1)) ${tool:-'tool'}", "echo|$|$")]
    [InlineData("bash -c \"tool x\"; sh -lc 'other'; eval \"third\"", "tool|x\nother\nthird")]
    [InlineData("bash -c \"tool \\\"x\\\"\"", "tool|x")]
    [InlineData("bash run.sh", "bash|run.sh")]
    [InlineData("echo ${{ steps.x.outputs.y || 'tool' }}\nb", "echo|$\nb")]
    [InlineData("echo \"${A:-can't}\"; b", "echo|$A:-can't}\nb")]
    [InlineData("uv run --with y tool a; poetry run tool", "tool|a\ntool")]
    [InlineData("mise exec node@20 -- tool a", "tool|a")]
    [InlineData("python3 -m pip install x", "pip|install|x")]
    [InlineData("\"tool\" a", "tool|a")]
    [InlineData("[[ $a == tool ]] && b", "[[|$a|==|tool|]]\nb")]
    [InlineData("tmux -L s new-session -d -s tool 'tool x; b'", "tmux|-L|s|new-session|-d|-s|tool|tool x; b\ntool|x\nb")]
    [InlineData("tmux new -ds tool \\; splitw -h tool x", "tmux|new|-ds|tool|;|splitw|-h|tool|x\ntool|x")]
    [InlineData("tmux send-keys -t tool 'tool x' Enter", "tmux|send-keys|-t|tool|tool x|Enter\ntool|x")]
    [InlineData("tmux send-keys tool; tmux kill-session -t tool; tmux attach tool; tmux", "tmux|send-keys|tool\ntmux|kill-session|-t|tool\ntmux|attach|tool\ntmux")]
    [InlineData("screen -dmS other tool x; screen -d -r tool; screen -S a -X tool", "tool|x\nscreen|-d|-r|tool\nscreen|-S|a|-X|tool")]
    [InlineData("watch -n 5 tool x; timeout --foreground $T tool", "tool|x\ntool")]
    [InlineData("A=\"tool x\"\nexec $A b", "$A|b\ntool|x")]
    [InlineData("local A='tool'; \"${A}\" b", "local|A=tool\n$|b\ntool")]
    [InlineData("A=\"${A:-tool}\"; \"$A\" b", "$A|b\ntool")]
    [InlineData("A=tool; echo $A; A=\"$B/tool `c`\"; $A", "echo|$A\nc\n$A\ntool")]
    [InlineData("local -a A=(tool 'x y')\nA+=(b)\n\"${A[@]}\" c", "local|-a|A=$\n$|c\ntool|x y")]
    [InlineData("A=(\n  tool\n  \"$(b)\"\n)\nexec ${A[*]}; B=(a tool); for x in \"${B[@]}\"; do c; done", "$\nfor|x|in|$\nc\ntool")]
    [InlineData("A=\"a\\\"tool\"; B=$tool; C=(a tool); $A; $B; $D; $C$D; A+=tool", "$A\n$B\n$D\n$C$D")]
    [InlineData("A='$A'; $A", "$A\n$A")]
    [InlineData("set -- tool x \"$@\"\nexec \"$@\"", "set|--|tool|x|$@\n$@\ntool|x|$@")]
    [InlineData("\"$@\"; set -- tool; for a in \"$@\"; do b; done", "$@\nset|--|tool\nfor|a|in|$@\nb")]
    [InlineData("a 'open\nb", "a|open\nb")]
    [InlineData("a $(open\nb", "open\nb\na|$")]
    public void Posix_scripts(string script, string expected) => Assert.Equal(expected, Read(script, ShellDialect.Posix));

    [Theory]
    [InlineData("tool -x 'a b' \"c $y\"", "tool|-x|a b|c $y")]
    [InlineData("a; b | c && d || e", "a\nb\nc\nd\ne")]
    [InlineData("$x = tool a", "tool|a")]
    [InlineData("$x=tool a", "tool|a")]
    [InlineData("$env:X = 'tool'; b", "b")]
    [InlineData("& tool a; & 'C:\\Program Files\\tool.exe' b; . ./tool.ps1", "tool|a\nC:\\Program Files\\tool.exe|b\n./tool.ps1")]
    [InlineData("'tool' | Out-File x", "Out-File|x")]
    [InlineData("if (tool a) { b } else { c }", "tool|a\nb\nc")]
    [InlineData("switch ($x) { tool { a } 'other' { b } }", "$x\na\nb")]
    [InlineData("function tool { a }\nfilter tool { b }", "a\nb")]
    [InlineData("$h = @{ tool = 'x'; other = 'tool' }\nb", "b")]
    [InlineData("$l = @('tool', 'other'); b", "b")]
    [InlineData("<# tool\ntool #>\na # tool", "a")]
    [InlineData("$t = @'\ntool\n'@\na", "a")]
    [InlineData("Write-Host \"is $(tool a) here\"", "tool|a\nWrite-Host|is $ here")]
    [InlineData("tool `\n  -x `\r\n  y", "tool|-x|y")]
    [InlineData("Start-Process -FilePath tool -ArgumentList x", "tool|-ArgumentList|x")]
    [InlineData("iex \"tool a\"; pwsh -NoProfile -Command \"other b\"", "tool|a\nother|b")]
    [InlineData("[string]$tool = 'x'; [void](a)", "a")]
    [InlineData("Get-Command tool", "Get-Command|tool")]
    [InlineData("1..3 | ForEach-Object { tool $_ }", "1..3\ntool|$_")]
    [InlineData("tool a 2>$null > log", "tool|a")]
    [InlineData("return tool", "tool")]
    public void PowerShell_scripts(string script, string expected) => Assert.Equal(expected, Read(script, ShellDialect.PowerShell));

    [Theory]
    [InlineData("@echo off\r\ntool a\r\n", "echo|off\ntool|a")]
    [InlineData("rem tool\nREM tool\n:: tool\n:tool\na", "a")]
    [InlineData("a && tool || b & c | d", "a\ntool\nb\nc\nd")]
    [InlineData("call tool.cmd a", "tool.cmd|a")]
    [InlineData("start \"my title\" /b tool a", "tool|a")]
    [InlineData("if exist tool del tool", "del|tool")]
    [InlineData("if not \"%A%\"==\"tool\" (tool a) else b", "tool|a\nb")]
    [InlineData("if /i %A% EQU tool b", "b")]
    [InlineData("if %A% == tool b", "b")]
    [InlineData("if errorlevel 1 tool", "tool")]
    [InlineData("for %%i in (tool other) do echo %%i", "echo|%%i")]
    [InlineData("tool ^\r\n  --x > tool.log 2>&1", "tool|--x|2")]
    [InlineData("set X=tool", "set|X=tool")]
    [InlineData("cmd /c \"tool a\"", "tool|a")]
    [InlineData("echo tool ^& tool", "echo|tool|&|tool")]
    public void Batch_scripts(string script, string expected) => Assert.Equal(expected, Read(script, ShellDialect.Batch));

    [Theory]
    [InlineData(ShellDialect.Posix)]
    [InlineData(ShellDialect.PowerShell)]
    [InlineData(ShellDialect.Batch)]
    public void Endless_openings_come_to_an_end(ShellDialect dialect)
    {
        foreach (var opening in new[] { "$(", "`", "${", "\"", "'", "(", "((", "$((", "{", "x=(", "<<a\n", "case x in ", "bash -c \"", "@{", "@(", "[", "if ", "for (", "^", "\\", "<#", "$", "& " })
        {
            ShellCommands.Read(string.Concat(Enumerable.Repeat(opening, 20_000)), dialect);
        }
    }

    private static string Read(string script, ShellDialect dialect)
    {
        var commands = ShellCommands.Read(script, dialect);
        foreach (var word in commands.SelectMany(c => c.Arguments.Prepend(c.Name)))
        {
            Assert.True(!word.IsExact || script.Substring(word.Offset, word.Length) == word.Text, word.Text);
        }

        return string.Join("\n", commands.Select(c => string.Join("|", c.Arguments.Prepend(c.Name).Select(w => w.Text))));
    }
}
