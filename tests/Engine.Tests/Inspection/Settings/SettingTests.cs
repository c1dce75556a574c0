using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Settings;

public class SettingTests
{
    [Fact]
    public void A_configuration_in_another_language_than_XML_is_no_concern()
    {
        Assert.Equal("", Seen.In(".github/bot.config", "{ \"ACME_API_KEY\": \"On\" }"));
        Assert.NotEmpty(Seen.Inspect(AiToolPolicy.Engine.Inspection.InputFile.Of("App.config", "{ }")).Problems);
    }

    [Fact]
    public void Application_settings_show_keys_hosts_models_and_variables_at_their_places() =>
        Assert.Equal(
            """
            (2,13)-(2,21): Setting Configured: Setting 'Acme:ApiKey' is acme-api
            (3,25)-(3,41): Setting Configured: Host 'api.acme.example' is acme-api
            (4,14)-(4,22): Setting Configured: Model 'acme-4.1' is acme-api
            (5,3)-(5,17): Setting Configured: Variable 'ACME_API_KEY' is acme-api
            (6,18)-(6,21): Setting Configured: Setting 'AcmeCloud:A' is acme-api
            (7,22)-(7,39): Setting Configured: Model 'eu.acme.acme-2:v1' is globex-cloud
            """,
            Seen.In("src/App/appsettings.Development.json", """
                { // comment
                  "Acme": { "ApiKey": "secret-1",
                    "BaseUrl": "https://api.acme.example/v1" },
                  "Chat": [ "acme-4.1" ],
                  "ACME_API_KEY": "secret-2",
                  "AcmeCloud": { "A": 1, "B": 2 },
                  "Deployment":   [ "eu.acme.acme-2:v1" ]
                }
                """));

    [Fact]
    public void The_hosts_tool_is_the_evidence_whoever_is_called() =>
        Assert.Contains("Host 'gateway.globex.example' is globex-cloud", Seen.In("appsettings.json", """{ "Acme": { "Endpoint": "wss://gateway.globex.example" } }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("Endpoint=https://x.acme.example/;Key=abc", "Host 'x.acme.example'")]
    [InlineData("https://user:word@acme.example:443", "Host 'acme.example'")]
    [InlineData("https://{name}.acme.example/a", "Host 'acme.example'")]
    [InlineData("ACME.example", "Host 'ACME.example'")]
    [InlineData("http://localhost:11111", "Host 'localhost'")]
    [InlineData("https://run.eu-1.cloud.example", "Host 'run.eu-1.cloud.example'")]
    [InlineData("https://api.many.example/acme/v1/secret?x", "Host 'api.many.example/acme'")]
    [InlineData("${URL:-https://acme.example}", "Host 'acme.example'")]
    [InlineData("Endpoint=https://x.example/;Model=acme-large", "Model 'acme-large'")]
    [InlineData("acme-1, acme-2", "Model 'acme-1'")]
    [InlineData("${ACME=acme-4-mini}", "Model 'acme-4-mini'")]
    [InlineData("${MODEL:-acme-mini}", "Model 'acme-mini'")]
    public void A_value_shows_hosts_and_models(string value, string expected) =>
        Assert.Contains($"Setting Configured: {expected} is acme-api", Seen.In("appsettings.json", $"{{ \"X\": \"{value}\" }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("X", "https://acme.example.evil.example")]
    [InlineData("X", "https://notacme.example")]
    [InlineData("X", "somebody@acme.example")]
    [InlineData("X", "docs/acme.example/readme")]
    [InlineData("X", "https://api.many.example/other")]
    [InlineData("X", "localhost:1111")]
    [InlineData("X", "localhost")]
    [InlineData("X", "acme-service")]
    [InlineData("X", "my-acme-1")]
    [InlineData("X", "acme-notes-1.txt")]
    [InlineData("X", "written with acme-1 in mind")]
    [InlineData("X", "acme-0123456789abcdef0123456789abcdef")]
    [InlineData("ApiKey", "acme-1")]
    [InlineData("X", "Endpoint=a;AccessKey=acme-1")]
    [InlineData("Model", "ac1-mini")]
    [InlineData("acme_api_key", "x")]
    public void Look_alikes_and_secrets_show_nothing(string name, string value) =>
        Assert.Equal("", Seen.In("appsettings.json", $"{{ \"{name}\": \"{value}\" }}"));

    [Fact]
    public void A_model_without_a_digit_is_known_where_its_name_says_so() =>
        Assert.EndsWith("Model 'acme-large-latest' is acme-api", Seen.In("appsettings.json", """{ "ChatModelId": "acme-large-latest" }"""), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_cannot_stand_alone_counts_beside_the_tools_key() =>
        Assert.Contains("Model 'ac1-mini'", Seen.In("appsettings.json", """{ "Model": "ac1-mini", "ACME_API_KEY": "" }"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "a": { "environmentVariables": { "ACME_API_KEY": "secret", "Acme__ApiKey": "secret" } } } }""")]
    [InlineData("local.settings.json", """{ "Values": { "ACME_API_KEY": "secret", "Acme:ApiKey": "secret" } }""")]
    [InlineData("aspire-manifest.json", """{ "resources": { "a": { "env": { "ACME_API_KEY": "{a.value}", "Acme__ApiKey": "{a.value}" } } } }""")]
    [InlineData("manifest.json", """{ "$schema": "https://json.schemastore.org/aspire-8.0.json", "resources": { "a": { "env": { "ACME_API_KEY": "", "Acme__ApiKey": "" } } } }""")]
    [InlineData(".env", "# OTHER=1\nexport ACME_API_KEY=\"secret\"\nAcme__ApiKey=secret # x\n")]
    [InlineData("App.config", "<configuration><appSettings><add key='ACME_API_KEY' value='secret'/><add key='Acme:ApiKey' value='secret'/></appSettings></configuration>")]
    [InlineData("t.runsettings", "<RunSettings><RunConfiguration><EnvironmentVariables><ACME_API_KEY>secret</ACME_API_KEY><Acme__ApiKey>secret</Acme__ApiKey></EnvironmentVariables></RunConfiguration></RunSettings>")]
    [InlineData("main.tf", "variable \"acme_api_key\" {}\nlocals { Acme__ApiKey = \"secret\" } # ACME_RUN_X\n")]
    [InlineData("main.bicep", "param x string // ACME_RUN_X\nvar a = [ { name: 'ACME_API_KEY', value: 'secret' }, { name: 'Acme__ApiKey' } ]\n")]
    public void Each_kind_of_settings_file_is_read_and_no_value_is_shown(string path, string text)
    {
        var seen = Seen.In(path, text);

        Assert.Contains("Variable 'ACME_API_KEY' is acme-api", seen, StringComparison.Ordinal);
        Assert.Contains("Setting 'Acme:ApiKey' is acme-api", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("ACME_RUN", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".env.production", "URL=https://acme.example\n", "(1,13)-(1,25): Setting Configured")]
    [InlineData(".env.example", "URL='acme.example'\n", "(1,6)-(1,18): Setting Mention")]
    [InlineData("env.example", "URL='acme.example'\n", "(1,6)-(1,18): Setting Mention")]
    [InlineData(".env-sample", "URL='acme.example'\n", "(1,6)-(1,18): Setting Mention")]
    [InlineData(".env_local", "URL='acme.example'\n", "(1,6)-(1,18): Setting Configured")]
    [InlineData("live/terragrunt.hcl", "url = \"https://acme.example\"\n", "(1,16)-(1,28): Setting Configured")]
    [InlineData("web.config", "<configuration>\n<connectionStrings><add name=\"a\" connectionString=\"Host=acme.example\" /></connectionStrings></configuration>", "(2,57)-(2,69): Setting Configured")]
    [InlineData("a.runsettings", "<RunSettings><TestRunParameters>\n<Parameter name=\"u\" value=\"https://acme.example\" /></TestRunParameters></RunSettings>", "(2,36)-(2,48): Setting Configured")]
    [InlineData("a.tfvars", "url = \"https://${local.a[\"x\"]}.acme.example\"\n", "(1,32)-(1,44): Setting Configured")]
    [InlineData("a.bicep", "var a = '''\nacme.example'''\n", "(2,1)-(2,13): Setting Configured")]
    public void Hosts_are_placed_where_they_stand(string path, string text, string expected) =>
        Assert.Equal($"{expected}: Host 'acme.example' is acme-api", Seen.In(path, text));

    [Fact]
    public void What_a_description_tells_people_sets_nothing() =>
        Assert.Equal("", Seen.In("main.tf", "variable \"a\" {\n  description = \"as at acme.example\"\n}\n"));

    [Fact]
    public void Model_and_address_of_an_agents_settings_are_seen_but_not_what_it_may_visit() =>
        Assert.Equal(
            """
            (1,13)-(1,19): Setting Configured: Model 'acme-x' is acme-api
            (1,52)-(1,69): Setting Configured: Host 'eu.globex.example' is globex-cloud
            """,
            Seen.Inside(".acme/settings.json", """{ "model": "acme-x", "env": { "BASE_URL": "https://eu.globex.example" }, "permissions": { "allow": ["WebFetch(domain:acme.example)"] } }"""));

    [Theory]
    [InlineData(".env", "SHOP_ACME_API_KEY=x", "(1,1)-(1,18): Setting Configured: Variable 'SHOP_ACME_API_KEY' is acme-api")]
    [InlineData(".env", "TF_VAR_acme_api_key=x", "(1,1)-(1,20): Setting Configured: Variable 'TF_VAR_acme_api_key' is acme-api")]
    [InlineData("main.tf", "locals {\n  shop_acme_api_key = var.a\n}", "(2,3)-(2,20): Setting Configured: Variable 'SHOP_ACME_API_KEY' is acme-api")]
    public void A_key_behind_a_prefix_is_seen(string path, string text, string expected) => Assert.Equal(expected, Seen.In(path, text));

    [Fact]
    public void A_variable_that_agents_set_is_only_mentioned() =>
        Assert.Equal("(1,1)-(1,11): Setting Mention: Variable 'ACME_AGENT' is acme-api", Seen.In(".env", "ACME_AGENT=1"));

    [Fact]
    public void Known_extensions_that_a_module_installs_are_seen_and_look_alikes_are_not() => Assert.Equal(
        "(3,4)-(3,14): Extension Configured: Extension 'Acme.Pilot' (infrastructure) is acme-pilot",
        Seen.In("main.tf", "module \"code\" { # \"acme.pilot\"\n  extensions = [\"contoso.copilot\",\n  \"Acme.Pilot\", \"acme.pilots\"]\n}\n"));

    [Theory]
    [InlineData("settings.json")]
    [InlineData("manifest.json")]
    [InlineData("appsettings.txt")]
    [InlineData("environment.ts")]
    [InlineData("nuget.config")]
    public void Files_of_like_names_are_left_alone(string path) => Assert.Equal("", Seen.In(path, "{ \"ACME_API_KEY\": \"https://acme.example\" }"));

    [Theory]
    [InlineData("appsettings.json", "{\n  \"a\": 'x'\n}", 2)]
    [InlineData("app.config", "<a>\n<b></a>", 2)]
    public void A_malformed_file_is_a_problem_at_its_line(string path, string text, int line) =>
        Assert.Equal(line, Assert.Single(Seen.Inspect(InputFile.Of(path, text)).Problems).Location.Line);
}
