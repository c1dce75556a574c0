namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class ToolManifestsTests
{
    [Fact]
    public void A_Brewfile_installs_formulas_casks_extensions_and_packages() => Assert.Equal(
        """
        Brewfile(2,7)-(2,18): Manifest Installed: Homebrew package 'initech-cli' (brew) is agent
        Brewfile(3,9)-(3,26): Manifest Installed: Homebrew package 'initech/tap/agent' (cask) is agent
        Brewfile(4,7)-(4,32): Manifest Installed: Homebrew package 'homebrew/core/initech-cli' (brew) is agent
        Brewfile(5,9)-(5,23): Extension Installed: VS Code extension 'Initech.Helper' (vscode) is agent
        Brewfile(6,6)-(6,20): Manifest Installed: npm package '@initech/agent' (npm) is agent
        """,
        ManifestSample.Evidence("Brewfile", """
            tap "initech/tap"
            brew "initech-cli", args: ["HEAD"] if OS.mac?
              cask 'initech/tap/agent'
            brew("homebrew/core/initech-cli")
            vscode "Initech.Helper"
            npm "@initech/agent"
            # brew "initech-cli"
            brew "initech-cli-extra"
            brew "other" # like brew "initech-cli"
            mas "initech-cli", id: 1
            """));

    [Theory]
    [InlineData(".Brewfile", true)]
    [InlineData("mac/dev.Brewfile", true)]
    [InlineData("Brewfile.personal", true)]
    [InlineData("Brewfile.lock.json", false)]
    [InlineData("brew.rb", false)]
    public void Brewfiles_are_known_by_their_names(string path, bool isRead) =>
        Assert.Equal(isRead, ManifestSample.Evidence(path, "brew \"initech-cli\"\n").Length > 0);

    [Fact]
    public void A_vsconfig_installs_components_and_extensions() => Assert.Equal(
        """
        .vsconfig(1,37)-(1,62): Extension Installed: Visual Studio component 'component.initech.AGENT' is agent
        .vsconfig(2,19)-(2,74): Extension Installed: Visual Studio extension 'Initech.VS' is agent
        """,
        ManifestSample.Evidence(".vsconfig", """
            { "version": "1.0", "components": [ "component.initech.AGENT", "Component.Initech.Agents", 1 ],
              "extensions": [ "https://marketplace.example/items?itemName=Initech.VS", "C:\\x\\initech.vsix" ] }
            """));

    [Fact]
    public void A_tool_versions_file_names_commands_and_packages() => Assert.Equal(
        """
        .tool-versions(2,1)-(2,8): Manifest Installed: Tool 'initech' 1.2.0 is agent
        .tool-versions(3,3)-(3,21): Manifest Installed: npm package '@initech/agent' (npm) latest is agent
        .tool-versions(4,1)-(4,12): Manifest Installed: Tool 'initech-cli' is agent
        """,
        ManifestSample.Evidence(".tool-versions", "# initech 1\ninitech 1.2.0 1.1.0 # old\n  npm:@initech/agent latest\ninitech-cli\nit 1.0\ninitechs 1\nnode 22\n"));

    [Fact]
    public void A_mise_file_names_commands_and_packages_with_versions_in_every_form() => Assert.Equal(
        """
        mise.toml(4,1)-(4,8): Manifest Installed: Tool 'initech' 1.2 is agent
        mise.toml(5,1)-(5,21): Manifest Installed: npm package '@initech/agent' (npm) latest is agent
        mise.toml(6,1)-(6,24): Manifest Installed: PyPI package 'Initech_SDK' (pipx) 1 is agent
        mise.toml(7,1)-(7,19): Manifest Installed: Crate 'initech-rs' (cargo) is agent
        mise.toml(8,1)-(8,42): Manifest Installed: Go module 'example.org/initech/sdk-go' (go) 1.0 is agent
        """,
        ManifestSample.Evidence("mise.toml", """
            [env]
            initech = "1"
            [tools]
            initech = ["1.2", "1.1"]
            "npm:@initech/agent" = "latest"
            "pipx:Initech_SDK[cli]" = { version = "1", uvx = "true" }
            "cargo:initech-rs" = true
            "go:example.org/initech/sdk-go/cmd/agent" = "1.0"
            it = "1"
            "npm:initechs" = "1"
            "core:node" = "22"
            """));

    [Theory]
    [InlineData(".mise.toml", true)]
    [InlineData("mise.local.toml", true)]
    [InlineData("a/.config/mise.toml", true)]
    [InlineData("mise/config.toml", true)]
    [InlineData(".config/mise/config.dev.toml", true)]
    [InlineData("config.toml", false)]
    [InlineData("promise/config.toml", false)]
    public void Mise_files_are_known_by_their_names_and_places(string path, bool isRead) =>
        Assert.Equal(isRead, ManifestSample.Evidence(path, "[tools]\ninitech = \"1\"\n").Length > 0);

    [Fact]
    public void Devbox_packages_are_seen_as_a_list_and_as_an_object() => Assert.Equal(
        """
        devbox.json(1,16)-(1,32): Manifest Installed: Tool 'initech' latest is agent
        a/devbox.json(2,3)-(2,16): Manifest Installed: Tool 'initech-cli' 1.0 is agent
        a/devbox.json(3,3)-(3,12): Manifest Installed: Tool 'initech' 2.0 is agent
        """,
        ManifestSample.Evidence("devbox.json", """{ "packages": ["initech@latest", "it@1", "initechs"] }""")
        + "\n" + ManifestSample.Evidence("a/devbox.json", "{ \"packages\": {\n  \"initech-cli\": \"1.0\",\n  \"initech\": { \"version\": \"2.0\" } } }"));

    [Theory]
    [InlineData("""{ "shell": { "init_hook": ["echo initech", "initech login"] } }""", "(1,45)-(1,52)")]
    [InlineData("""{ "shell": { "init_hook": "initech login" } }""", "(1,28)-(1,35)")]
    [InlineData("""{ "shell": { "scripts": { "fix": ["cd src && initech fix"] } } }""", "(1,46)-(1,53)")]
    public void What_the_shell_of_devbox_runs_is_seen(string text, string place) =>
        Assert.Equal($"devbox.json{place}: Manifest Installed: Command 'initech' is agent", ManifestSample.Evidence("devbox.json", text));

    [Theory]
    [InlineData(".vsconfig", "{\n  \"components\": [,]\n}", ".vsconfig(2,18)")]
    [InlineData("devbox.json", "{\n", "devbox.json(2,1)")]
    [InlineData("mise.toml", "[tools]\ninitech\n", "mise.toml(2,8)")]
    [InlineData(".tool-versions", "<<<<<<< HEAD\n", ".tool-versions(1,1)")]
    [InlineData("Brewfile", "\n<<<<<<< HEAD\n", "Brewfile(2,1)")]
    public void A_malformed_file_is_told_at_its_line(string path, string text, string place) =>
        Assert.StartsWith(place + ": ", ManifestSample.Problems(path, text), StringComparison.Ordinal);
}
