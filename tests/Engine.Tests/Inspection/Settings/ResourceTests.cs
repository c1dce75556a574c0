using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Settings;

/// <summary>Types of resources and modules, in every language that declares them.</summary>
public class ResourceTests
{
    [Fact]
    public void A_resource_is_seen_by_type_and_kind_at_the_place_of_its_type() => Assert.Equal(
        """
        (2,19)-(2,51): Setting Configured: Resource 'Globex.Smart/accounts' (chat) is globex-cloud
        (7,13)-(7,53): Setting Configured: Resource 'Globex.Smart/accounts/talks/x' is globex-cloud
        """,
        Seen.In("main.bicep", """
            // resource a 'Globex.Smart/accounts/talks@1' = {
            resource account 'Globex.Smart/accounts@2024-10-01' = if (useIt) {
              name: 'x'
              kind: 'chat'
              sku: { name: 'S0' }
            }
            resource t 'Globex.Smart/accounts/talks/x@2024-10-01' existing = {
              name: 'Globex.Smart/accounts/talks@1'
            }
            """));

    [Theory]
    [InlineData("resource a 'Globex.Smart/accounts@1' = {\n  kind: 'Vision'\n}")]
    [InlineData("resource a 'Globex.Smart/accounts@1' = {\n  name: 'x'\n}\nresource b 'Other/sites@1' = {\n  kind: 'Chat'\n}")]
    [InlineData("resource a 'Globex.Smart/accounts@1' existing = {\n  name: 'Chat'\n}\nparam kind string = 'Chat'")]
    [InlineData("resource a 'Globex.Smart/accounts@1' = {\n  resource b 'children' = {\n    kind: 'Chat'\n  }\n}")]
    [InlineData("var a = 'Globex.Smart/accounts/talks@1'")]
    [InlineData("module a 'core/ai/smart.bicep' = {\n  params: { kind: 'Vision' }\n}")]
    [InlineData("module a 'core/ai/smart.bicep' = {\n  params: { kind: someKind }\n}")]
    [InlineData("module a 'core/smart.bicep' = {\n}")]
    [InlineData("module a 'br/public:avm/res/smart/account:0.5' = {\n  params: { kind: 'Vision' }\n}")]
    public void Look_alikes_of_Bicep_show_nothing(string text) => Assert.Equal("", Seen.In("main.bicep", text));

    [Theory]
    [InlineData("module a 'core/ai/smart.bicep' = {\n}", "Module 'core/ai/smart.bicep'")]
    [InlineData("module a 'br/public:avm/res/smart/account:0.5' = {\n  params: {\n    kind: 'Chat'\n  }\n}", "Module 'br/public:avm/res/smart/account' (Chat)")]
    [InlineData("module a 'x/smart.bicep' = [for d in list: {\n  params: { models: [ { model: { format: 'Acme' } } ] }\n}]", "Module 'x/smart.bicep' (Acme)")]
    [InlineData("param kind string = 'Chat'\nresource a 'Globex.Smart/accounts@1' = {\n  kind: kind\n}", "Resource 'Globex.Smart/accounts' (Chat)")]
    [InlineData("resource a 'Globex.Smart/accounts@1' = {\n  kind: service\n}\nvar service = 'Chat'", "Resource 'Globex.Smart/accounts' (Chat)")]
    [InlineData("resource a 'Globex.Smart/accounts@1' = {\n  resource b 'talks' = {\n    name: 'x'\n  }\n}", "Resource 'Globex.Smart/accounts/talks'")]
    public void Modules_children_and_kinds_in_variables_are_seen(string text, string expected) =>
        Assert.EndsWith($"Setting Configured: {expected} is globex-cloud", Seen.In("main.bicep", text), StringComparison.Ordinal);

    [Fact]
    public void Terraform_shows_resources_data_and_modules() => Assert.Equal(
        """
        (1,11)-(1,28): Setting Configured: Resource 'globex_smart_talk' is globex-cloud
        (3,7)-(3,25): Setting Configured: Resource 'globex_smart_model' is globex-cloud
        (6,14)-(6,37): Setting Configured: Module 'Globex/avm-smart/globex' (Chat) is globex-cloud
        (12,11)-(12,49): Setting Configured: Resource 'Globex.Smart/accounts/talks' is globex-cloud
        (15,11)-(15,24): Setting Configured: Resource 'other_smart_x' (Acme) is globex-cloud
        """,
        Seen.In("main.tf", """
            resource "globex_smart_talk" "a" {
            }
            data "globex_smart_model" "b" {}

            module "c" {
              source  = "Globex/avm-smart/globex"
              version = "0.7.1"
              kind    = "Chat"
            }

            resource "azapi_resource" "d" {
              type = "Globex.Smart/accounts/talks@2025-04-01"
            }
            variable "fmt" { default = "Acme" }
            resource "other_smart_x" "e" {
              format = var.fmt
            }
            """));

    [Theory]
    [InlineData("# resource \"globex_smart_talk\" \"a\" {")]
    [InlineData("resource = \"globex_smart_talk\"")]
    [InlineData("resource \"other_talk\" \"globex_smart_talk\" {\n}")]
    [InlineData("module \"globex_smart_talk\" {\n  source = \"./talk\"\n}")]
    [InlineData("output \"globex_smart_talk\" {\n  value = globex_smart_talk.a.id\n}")]
    [InlineData("variable \"kind\" {\n  default = \"Chat\"\n}\nmodule \"m\" {\n  source = \"Globex/avm-smart/globex\"\n}")]
    public void Look_alikes_of_Terraform_show_nothing(string text) => Assert.Equal("", Seen.In("main.tf", text));

    [Fact]
    public void A_template_in_JSON_shows_types_children_and_kinds_in_parameters() => Assert.Equal(
        """
        (4,34)-(4,57): Setting Configured: Resource 'Globex.Smart/accounts' (Chat) is globex-cloud
        (5,51)-(5,58): Setting Configured: Resource 'Globex.Smart/accounts/talks' (Other) is globex-cloud
        """,
        Seen.In("infra/azuredeploy.json", """
            { "$schema": "https://schema.example/2019-04-01/deploymentTemplate.json#",
              "parameters": { "kind": { "type": "string", "defaultValue": "Chat" } },
              "resources": [
                { "apiVersion": "1", "type": "Globex.Smart/accounts", "kind": "[parameters('kind')]",
                  "resources": [ { "apiVersion": "1", "type": "talks", "kind": "Other" } ] },
                { "apiVersion": "1", "type": "Globex.Smart/accounts", "kind": "Vision" },
                { "type": "Globex.Smart/accounts/talks" } ] }
            """));

    [Theory]
    [InlineData("stack.template.json", """{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": { "A": { "Type": "Globex::Smart::Agent" }, "B": { "Type": "Globex::Other::Agent" } } }""", "Resource 'Globex::Smart::Agent'")]
    [InlineData("main.tf.json", """{ "resource": { "globex_smart_talk": { "a": {} }, "other": { "b": {} } } }""", "Resource 'globex_smart_talk'")]
    [InlineData("main.tf.json", """{ "data": { "x_smart": { "a": { "model": [ { "format": "acme" } ] } } } }""", "Resource 'x_smart' (acme)")]
    public void Other_templates_are_read_as_well(string path, string text, string expected) =>
        Assert.EndsWith($"Setting Configured: {expected} is globex-cloud", Assert.Single(Seen.In(path, text).Split('\n')), StringComparison.Ordinal);

    [Theory]
    [InlineData("main.json", """{ "resources": [ { "apiVersion": "1", "type": "Globex.Smart/accounts/talks" } ] }""")]
    [InlineData("template.json", "{ this is another language")]
    [InlineData("other.json", """{ "$schema": "deploymentTemplate.json#", "resources": [ { "apiVersion": "1", "type": "Globex.Smart/accounts/talks" } ] }""")]
    public void Files_that_are_no_templates_are_left_alone(string path, string text) => Assert.Equal("", Seen.In(path, text));

    [Fact]
    public void A_model_that_is_deployed_belongs_to_the_service_and_still_to_its_maker()
    {
        var context = Seen.Inspect(
            InputFile.Of("a/main.tf", "resource \"x_smart\" \"a\" {\n  format = \"Acme\"\n}"),
            InputFile.Of("a/variables.tf", "variable \"model\" {\n  default = \"acme-4\"\n}"),
            InputFile.Of("b/variables.tf", "variable \"model\" {\n  default = \"acme-4\"\n}"));

        Assert.Equal(
            ["a/main.tf globex-cloud acme", "a/variables.tf globex-cloud acme", "b/variables.tf acme-api "],
            ModelHosts.Settle(context.Evidence, Seen.Catalog).Select(e => $"{e.Location.Path} {e.Tool!.Id} {e.Signature.ModelVendor}"));
    }
}
