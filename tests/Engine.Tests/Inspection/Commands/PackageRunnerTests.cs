using AiToolPolicy.Engine.Inspection.Commands;

namespace AiToolPolicy.Engine.Tests.Inspection.Commands;

public class PackageRunnerTests
{
    [Theory]
    [InlineData("npx -y @acme/code@1.2.0 serve", "Npm @acme/code 1.2.0")]
    [InlineData("npx acme", "Npm acme")]
    [InlineData("npx --package=@acme/code acme x", "Npm @acme/code")]
    [InlineData("npx -p @acme/code@2 acme", "Npm @acme/code 2")]
    [InlineData("npx.cmd -y acme@latest", "Npm acme latest")]
    [InlineData("/usr/bin/npx acme", "Npm acme")]
    [InlineData("cmd /c npx -y acme", "Npm acme")]
    [InlineData("npx -y mine@npm:@acme/code@3", "Npm @acme/code 3")]
    [InlineData("npx ./tool", "")]
    [InlineData("npx $TOOL", "")]
    [InlineData("npx -y @acme/code@$VERSION", "Npm @acme/code")]
    [InlineData("bunx @acme/code", "Npm @acme/code")]
    [InlineData("pnpm dlx acme", "Npm acme")]
    [InlineData("yarn dlx acme", "Npm acme")]
    [InlineData("npm exec -- acme x", "Npm acme")]
    [InlineData("deno run -A npm:@acme/code@1", "Npm @acme/code 1")]
    [InlineData("npm install -g @acme/code@1 other", "Npm @acme/code 1, Npm other")]
    [InlineData("npm --prefix x i acme", "Npm acme")]
    [InlineData("npm ci acme", "")]
    [InlineData("npm install https://example.com/a.tgz user/repo", "")]
    [InlineData("yarn global add acme", "Npm acme")]
    [InlineData("uvx acme==1.0", "Pypi acme 1.0")]
    [InlineData("uvx --from acme[all]@2 run x", "Pypi acme")]
    [InlineData("uvx --python 3.12 acme x", "Pypi acme")]
    [InlineData("uv tool run acme", "Pypi acme")]
    [InlineData("uv --quiet tool install acme==3", "Pypi acme 3")]
    [InlineData("pipx run --spec acme==1 x", "Pypi acme 1")]
    [InlineData("pip3.12 install -U acme other>=2 -r more.txt", "Pypi acme, Pypi other")]
    [InlineData("python -m pip install acme", "Pypi acme")]
    [InlineData("pip install git+https://example.com/acme .", "")]
    [InlineData("pip install git+ssh://git@example.com/acme@v1", "")]
    [InlineData("pip install acme@https://example.com/acme-1.0.zip --no-deps", "Pypi acme")]
    [InlineData("pip install acme[all]@git+https://example.com/acme@v1", "Pypi acme")]
    [InlineData("brew install --cask acme acme/tap/code", "Homebrew acme, Homebrew acme/tap/code")]
    [InlineData("winget install -e --id Acme.Code --version 1.2", "Winget Acme.Code 1.2")]
    [InlineData("winget install Acme.Code", "Winget Acme.Code")]
    [InlineData("choco install -y acme-code other --params \"'/x'\" --version=1.2", "Chocolatey acme-code 1.2, Chocolatey other 1.2")]
    [InlineData("choco upgrade acme-code --source https://feed.example", "Chocolatey acme-code")]
    [InlineData("choco uninstall acme-code", "")]
    [InlineData("cinst acme-code", "Chocolatey acme-code")]
    [InlineData("scoop install main/git extras/acme-code@1.2", "Scoop git, Scoop acme-code 1.2")]
    [InlineData("scoop install -a 64bit acme-code", "Scoop acme-code")]
    [InlineData("scoop install https://example.com/acme-code.json", "")]
    [InlineData("go install github.com/acme/code/cmd/x@v1.2", "Go github.com/acme/code/cmd/x v1.2")]
    [InlineData("go run ./cmd/x", "")]
    [InlineData("go run cmd/x/main.go stdio", "")]
    [InlineData("cargo install acme --version 1.0 --locked", "Cargo acme 1.0")]
    [InlineData("dotnet tool install -g Acme.Code --version 1.0", "Nuget Acme.Code 1.0")]
    [InlineData("dotnet tool exec Acme.Code@2", "Nuget Acme.Code 2")]
    [InlineData("dotnet tool run acme", "Command acme")]
    [InlineData("dnx Acme.Code@1 --yes", "Nuget Acme.Code 1")]
    [InlineData("dotnet add src/App package Acme --version 3", "Nuget Acme 3")]
    [InlineData("code --install-extension acme.code@1 --install-extension b.c", "VscodeExtension acme.code 1, VscodeExtension b.c")]
    [InlineData("gh extension install acme/gh-acme", "Command gh acme")]
    [InlineData("docker run -i --rm -e KEY -p8080:80 --name x ghcr.io/acme/code:1.0 serve", "DockerImage ghcr.io/acme/code 1.0")]
    [InlineData("docker pull docker.io/acme/code@sha256:00", "DockerImage acme/code")]
    [InlineData("docker --context x run localhost:5000/acme/code", "DockerImage localhost:5000/acme/code")]
    [InlineData("docker build .", "")]
    [InlineData("acme npx x", "")]
    public void A_command_line_names_its_packages(string line, string expected)
    {
        var words = line.Split(' ');
        var found = PackageRunner.ResolveAll(words[0], words[1..]);

        Assert.Equal(expected, string.Join(", ", found.Select(p => $"{p.Kind} {p.Id} {p.Version}".TrimEnd())));
    }
}
