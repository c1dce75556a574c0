using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>The types of what is declared in deployment templates in JSON: <c>azuredeploy.json</c>, <c>mainTemplate.json</c>, <c>template.json</c>, <c>*.tf.json</c>.</summary>
public sealed class ResourceTemplateInspector : IInspector
{
    private static readonly string[] Names = ["azuredeploy.json", "mainTemplate.json", "main.json", "template.json", "deploy.json"];

    private static readonly string[] Endings = [".template.json", ".tf.json"];

    // Many things are called so; a template says of which language it is.
    private static readonly string[] Marks = ["deploymentTemplate.json", "AWSTemplateFormatVersion"];

    public bool Reads(InputFile file) => Names.Any(file.Name.EqualsIgnoringCase) || Endings.Any(file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        var isTerraform = file.Name.EndsWithIgnoringCase(".tf.json");
        if (context.Text(file) is not { } text || (!isTerraform && !Marks.Any(mark => text.Text.Contains(mark))) || context.Json(file) is not { } root)
        {
            return;
        }

        if (isTerraform)
        {
            InspectTerraform(root, context);
        }
        else
        {
            Search(root, "", new ResourceParameters(root), context);
        }
    }

    // { "resource": { "type": { "name": { … } } } }
    private static void InspectTerraform(JsonObject root, InspectionContext context)
    {
        foreach (var member in new[] { root["resource"], root["data"] }.OfType<JsonObject>().SelectMany(types => types.Members))
        {
            var declaration = new ResourceDeclaration("Resource") { Type = member.Name.Value, Location = member.Name.Location };
            AddKinds(member.Value, declaration, ResourceParameters.None);
            declaration.Find(context);
        }
    }

    private static void Search(JsonNode node, string parent, ResourceParameters parameters, InspectionContext context)
    {
        var children = node is JsonArray list ? list.Items : node is JsonObject o ? o.Members.Select(m => m.Value) : [];
        var type = node is JsonObject members ? TypeOf(members) : null;
        var full = type is null ? parent : type.Value.IndexOf('/') < 0 && parent.Length > 0 ? $"{parent}/{type.Value}" : type.Value;
        if (type is not null)
        {
            var declaration = new ResourceDeclaration("Resource") { Type = full, Location = type.Location };
            AddKinds(node, declaration, parameters);
            declaration.Find(context);
        }

        foreach (var child in children)
        {
            Search(child, full, parameters, context);
        }
    }

    private static JsonString? TypeOf(JsonObject members) =>
        members["apiVersion"] is not null ? members["type"] as JsonString : members["Type"] is JsonString type && type.Value.Contains("::") ? type : null;

    // A resource within another one says its own kind.
    private static void AddKinds(JsonNode node, ResourceDeclaration declaration, ResourceParameters parameters)
    {
        foreach (var member in (node as JsonObject)?.Members ?? [])
        {
            var isKind = ResourceDeclaration.KindNames.Contains(member.Name.Value);
            declaration.SaysKind |= member.Name.Value == ResourceDeclaration.KindNames[0];
            if (isKind && member.Value is JsonString kind)
            {
                declaration.Kinds.Add(parameters.Resolve(kind.Value));
            }
            else if (member.Name.Value != "resources")
            {
                AddKinds(member.Value, declaration, parameters);
            }
        }

        foreach (var item in (node as JsonArray)?.Items ?? [])
        {
            AddKinds(item, declaration, parameters);
        }
    }
}
