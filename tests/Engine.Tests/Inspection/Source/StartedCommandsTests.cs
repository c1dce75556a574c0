using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Source;

namespace AiToolPolicy.Engine.Tests.Inspection.Source;

public sealed class StartedCommandsTests
{
    private static readonly StartedCommands Commands = new(new ToolCatalog(Sample.Read("""
        { "vendor": { "id": "acme" }, "tools": [ { "id": "acme-code", "category": "agent-cli", "signatures": [
          { "kind": "command", "value": "acme" }, { "kind": "command", "value": "gh acme" }, { "kind": "npm", "value": "@acme/code" },
          { "kind": "pypi", "value": "acme-code" }, { "kind": "nuget", "value": "Acme.Code.Cli" } ] } ] }
        """)));

    [Theory]
    [InlineData("acme", null, "acme")]
    [InlineData("ACME", null, null)]
    [InlineData("acme -p hi", null, "acme")]
    [InlineData("/opt/my tools/acme", "-p hi", "acme")]
    [InlineData(@"C:\tools\acme.CMD", null, "acme")]
    [InlineData("cmd.exe", "/d /c \"acme -p\"", "acme")]
    [InlineData("bash", "-lc 'cd x && FOO=1 sudo acme; ls'", "acme")]
    [InlineData("pwsh", "-NoProfile -Command acme", "acme")]
    [InlineData("sh", "-c \"sh -c 'acme'\"", "acme")]
    [InlineData("echo", "hi | acme", "acme")]
    [InlineData("gh", "acme suggest", "gh acme")]
    [InlineData("npx", "--yes @acme/code@latest", "@acme/code")]
    [InlineData("npx", "-p @acme/code run", "@acme/code")]
    [InlineData("npm", "install -g @acme/code@^1.0.0", "@acme/code")]
    [InlineData("uv", "tool run acme-code==1.2", "acme-code")]
    [InlineData("dotnet", "tool run acme -- -p", "acme")]
    [InlineData("dotnet", "tool install --global Acme.Code.Cli", "Acme.Code.Cli")]
    [InlineData("dnx", "acme.code.cli@1.0.0 --yes", "acme.code.cli")]
    [InlineData(null, "/c acme", "acme")]
    [InlineData("git", "commit -m acme", null)]
    [InlineData("echo", "acme", null)]
    [InlineData("acmes", null, null)]
    [InlineData("npx", "prettier acme", null)]
    [InlineData("cmd", "/c echo \"a | acme\"", null)]
    [InlineData("sh", "-c", null)]
    [InlineData("\"", "'", null)]
    [InlineData("", "", null)]
    public void StartedProgram_isTold(string? fileName, string? arguments, string? expected) =>
        Assert.Equal(expected, string.Join(", ", Commands.Read(fileName, arguments).Select(sign => sign.Seen)) is { Length: > 0 } seen ? seen : null);
}
