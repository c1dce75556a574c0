using AiToolPolicy.Engine.Inspection.Containers;

namespace AiToolPolicy.Engine.Tests.Inspection.Containers;

public class DevcontainerTests
{
    [Fact]
    public void Features_image_extensions_commands_and_variables_are_seen() => Assert.Equal(
        """
        Installed Container image 'ghcr.io/acme/x' 1
        Installed Dev container feature 'ghcr.io/acme/features/code' 1
        Installed VS Code extension 'acme.code' on Extension
        Installed npm package '@acme/code'
        Installed Command 'acme'
        Installed Command 'acme'
        Configured Variable 'ACME_KEY'
        """,
        SurfaceSample.SeeMarked(new DevcontainerInspector(), ".devcontainer/devcontainer.json", """
        { // a comment
          "image": "«ghcr.io/acme/x:1»",
          "features": { "«ghcr.io/acme/features/code:1»": {}, "ghcr.io/other/code:1": {} },
          "customizations": { "vscode": { "extensions": ["«acme.code»", "-acme.code", "acme.coder"] } },
          "postCreateCommand": "npm i -g «@acme/code»",
          "postStartCommand": { "one": "echo acme", "two": ["«acme»", "x"] },
          "onCreateCommand": "echo \"acme $(«acme»)\"",
          "remoteEnv": { "«ACME_KEY»": "${localEnv:ACME_KEY}" },
        }
        """));

    [Fact]
    public void A_feature_of_the_repository_itself_is_read_like_a_container() => Assert.Equal(
        """
        Installed Dev container feature 'ghcr.io/acme/features/code' 1
        Installed VS Code extension 'acme.code' on Extension
        Installed Command 'acme'
        """,
        SurfaceSample.SeeMarked(new DevcontainerInspector(), ".devcontainer/acme/devcontainer-feature.json", """
        { "id": "acme", "version": "1.0.0", "description": "acme", "installsAfter": ["ghcr.io/acme/features/code"],
          "dependsOn": { "«ghcr.io/acme/features/code:1»": {} },
          "customizations": { "vscode": { "extensions": ["«acme.code»"] } },
          "postCreateCommand": "«acme» login" }
        """));

    [Theory]
    [InlineData("src/acme/devcontainer-feature.json")]
    [InlineData(".devcontainer.example/devcontainer.json")]
    public void What_is_offered_to_others_is_a_mention(string path) => Assert.Equal(
        "Mention VS Code extension 'acme.code' on Extension\nMention Editor setting 'acme.enable' on Extension",
        SurfaceSample.SeeMarked(new DevcontainerInspector(), path, """
        { "customizations": { "vscode": { "extensions": ["«acme.code»"], "settings": { «"acme.enable"»: true } } } }
        """));

    [Fact]
    public void Plug_ins_and_settings_of_its_editors_are_seen() => Assert.Equal(
        """
        Installed Plug-in 'com.acme.code' on Extension
        Configured Editor setting 'acme.enable' on Extension
        """,
        SurfaceSample.SeeMarked(new DevcontainerInspector(), ".devcontainer/devcontainer.json", """
        { "customizations": {
            "jetbrains": { "plugins": ["«com.acme.code»", "com.acme.coder"] },
            "vscode": { "settings": { «"acme.enable"»: true, "acme.other": true } } } }
        """));

    [Fact]
    public void A_malformed_file_is_a_problem_at_its_line_and_hides_nothing_before_it() => Assert.Equal(
        "(1,13)-(1,22) Installed Container image 'acme/code'\n(2,1) Expected a key in double quotes or '}', found the end of the file.",
        SurfaceSample.See(new DevcontainerInspector(), ".devcontainer.json", "{ \"image\": \"acme/code\",\n"));
}
