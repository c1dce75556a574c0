using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Editors;

public class EditorFileTests
{
    [Fact]
    public void A_recommended_extension_is_seen_at_its_own_string_whatever_its_case() =>
        Assert.Equal(
            "(4,5)-(4,17): Extension Configured: Extension 'Acme.Pilot' (recommendation) is acme-pilot",
            Seen.In("src/.vscode/extensions.json", """
                {
                  // for everybody
                  "recommendations": [
                    "Acme.Pilot",
                    "acme.pilots",
                    "contoso.acme.pilot",
                  ],
                }
                """));

    [Fact]
    public void An_unwanted_recommendation_is_a_restriction_and_no_use() =>
        Assert.Equal("", Seen.In(".vscode/extensions.json", """{ "recommendations": ["-acme.pilot"], "unwantedRecommendations": ["acme.pilot"] }"""));

    [Fact]
    public void An_extension_in_no_catalog_that_is_called_like_one_is_a_suspect() =>
        Assert.Equal(
            "(1,24)-(1,41): Extension Configured: Extension 'contoso.copilot' (recommendation) is ?",
            Seen.In(".vscode/extensions.json", """{ "recommendations" : ["contoso.copilot"] }"""));

    [Fact]
    public void What_an_extension_of_the_repository_brings_in_is_seen() =>
        Assert.Equal(
            """
            (1,21)-(1,33): Extension Configured: Extension 'Acme.Pilot' (extensionPack) is acme-pilot
            (1,79)-(1,91): Extension Configured: Extension 'acme.pilot' (extensionDependencies) is acme-pilot
            """,
            Seen.In("vscode/package.json", """{ "extensionPack": ["Acme.Pilot", "contoso.other"], "extensionDependencies": ["acme.pilot"] }"""));

    [Fact]
    public void A_workspace_file_has_extensions_and_settings() =>
        Assert.Equal(
            """
            (1,40)-(1,52): Extension Configured: Extension 'acme.pilot' (recommendation) is acme-pilot
            (1,72)-(1,91): Extension Configured: Editor setting 'acme.pilot.enable' is acme-pilot
            """,
            Seen.In("App.code-workspace", """{ "extensions": { "recommendations" : ["acme.pilot"] }, "settings" : { "acme.pilot.enable": true } }"""));

    [Theory]
    [InlineData("\"acme.pilot.enable\": true", "acme.pilot.enable")]
    [InlineData("\"acme.pilot.enable\": { \"*\": false, \"csharp\": true }", "acme.pilot.enable")]
    [InlineData("\"acme\": { \"pilot\": { \"enable\": \"on\" } }", "acme.pilot.enable")]
    [InlineData("\"acme.pilot\": { \"mode\": 1 }", "acme.pilot.mode")]
    [InlineData("\"[csharp]\": { \"acme.pilot.enable\": true }", "acme.pilot.enable")]
    [InlineData("\"acme.pilot.paths\": [\"x\"]", "acme.pilot.paths")]
    [InlineData("\"acme.pilot.disableTelemetry\": false", "acme.pilot.disableTelemetry")]
    public void A_setting_that_switches_on_is_seen(string setting, string key) =>
        Assert.EndsWith($": Extension Configured: Editor setting '{key}' is acme-pilot", Seen.In(".vscode/settings.json", $"{{ {setting} }}"), StringComparison.Ordinal);

    [Fact]
    public void An_extension_that_is_told_where_to_run_is_seen() => Assert.Equal(
        "(1,29)-(1,41): Extension Configured: Extension 'Acme.Pilot' (setting) is acme-pilot",
        Seen.In(".vscode/settings.json", """{ "remote.extensionKind": { "Acme.Pilot": ["workspace"], "acme.pilotage": ["ui"] }, "other": { "acme.pilot": 1 } }"""));

    [Theory]
    [InlineData("\"acme.pilot.enable\": false")]
    [InlineData("\"acme.pilot.enable\": null")]
    [InlineData("\"acme.pilot.enable\": \"Off\"")]
    [InlineData("\"acme.pilot.enable\": \"none\"")]
    [InlineData("\"acme.pilot.enable\": {}")]
    [InlineData("\"acme.pilot.enable\": { \"*\": false }")]
    [InlineData("\"acme.pilot.enable\": []")]
    [InlineData("\"acme.pilot.disabled\": true")]
    [InlineData("\"acme\": { \"pilot\": { \"enable\": false } }")]
    [InlineData("\"acme.pilotage\": true")]
    [InlineData("\"Acme.Pilot.enable\": true")]
    [InlineData("\"files.exclude\": { \"**/acme.pilot.json\": true }")]
    public void Switching_off_and_look_alikes_are_no_use(string setting) => Assert.Equal("", Seen.In(".vscode/settings.json", $"{{ {setting} }}"));

    [Fact]
    public void A_malformed_file_is_a_problem_at_its_line()
    {
        var context = Seen.Inspect(InputFile.Of(".vscode/settings.json", "{\n  \"acme.pilot.enable\": tru\n}"));

        Assert.Equal(".vscode/settings.json(2,24)", Assert.Single(context.Problems).Location.ToString());
    }

    [Theory]
    [InlineData("settings.json")]
    [InlineData("src/extensions.json")]
    [InlineData(".vscode/launch.json")]
    public void Files_of_like_names_are_left_alone(string path) =>
        Assert.Equal("", Seen.In(path, """{ "acme.pilot.enable": true, "recommendations": ["acme.pilot"] }"""));
}
