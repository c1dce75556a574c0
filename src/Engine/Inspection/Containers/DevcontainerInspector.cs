using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Inspection.Editors;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Containers;

/// <summary>
/// Dev containers and features for them: features, the image, extensions, plug-ins and settings of editors, commands of the life cycle,
/// variables by name.
/// </summary>
public sealed class DevcontainerInspector : IInspector
{
    private static readonly string[] Names = ["devcontainer.json", ".devcontainer.json", "devcontainer-feature.json"];

    private static readonly string[] Commands =
        ["initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand", "postAttachCommand"];

    private static readonly string[] VariableKeys = ["containerEnv", "remoteEnv", "secrets"];

    public bool Reads(InputFile file) => Names.Any(file.Name.EqualsIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root)
        {
            return;
        }

        var strength = IsUsed(file) ? Strength.Installed : Strength.Mention;
        var signs = new ToolSigns(context, Surface.Pipeline, strength);
        if (root["image"] is JsonString image)
        {
            signs.Image(CommandLine.Of(image));
        }

        Features(root["features"] as JsonObject, signs);
        Features(root["dependsOn"] as JsonObject, signs);
        Extensions(root, signs);
        EditorSettings.Inspect(Customization(root, "vscode")?["settings"] ?? root["settings"], context, strength);
        foreach (var plugin in (Customization(root, "jetbrains")?["plugins"] as JsonArray)?.Items.OfType<JsonString>() ?? [])
        {
            signs.Package(SignatureKind.JetbrainsPlugin, CommandLine.Of(plugin));
        }

        foreach (var command in Commands)
        {
            Command(root[command], signs);
        }

        foreach (var member in VariableKeys.SelectMany(key => (root[key] as JsonObject)?.Members ?? []))
        {
            signs.Variable(member.Name.Value, CommandLine.Of(member.Name).Location);
        }
    }

    // A container, or a feature, that lies anywhere else is a template or is offered to others.
    private static bool IsUsed(InputFile file) => file.Name.EqualsIgnoringCase(".devcontainer.json") || file.Folder.Split('/').Contains(".devcontainer");

    private static JsonObject? Customization(JsonObject root, string editor) => (root["customizations"] as JsonObject)?[editor] as JsonObject;

    // "ghcr.io/owner/features/name:1"; the tag is no part of the id.
    private static void Features(JsonObject? features, ToolSigns signs)
    {
        foreach (var feature in features?.Members ?? [])
        {
            var id = feature.Name.Value;
            var version = ImageReference.Tag(id);
            signs.Add(SignatureKind.DevcontainerFeature, ImageReference.Name(id), version, CommandLine.Of(feature.Name).Location);
        }
    }

    // An extension with a minus before it is one that shall not be installed.
    private static void Extensions(JsonObject root, ToolSigns signs)
    {
        var lists = new[] { Customization(root, "vscode")?["extensions"], root["extensions"] };
        foreach (var extension in lists.OfType<JsonArray>().SelectMany(l => l.Items).OfType<JsonString>())
        {
            signs.Package(SignatureKind.VscodeExtension, CommandLine.Of(extension));
        }
    }

    // A line, a list of words, or an object of named ones.
    private static void Command(JsonNode? command, ToolSigns signs)
    {
        switch (command)
        {
            case JsonString line:
                signs.Script(CommandLine.Of(line));
                break;
            case JsonArray words:
                signs.Script(CommandLine.OfWords(words.File, words.Items.OfType<JsonString>().Select(CommandLine.Of)));
                break;
            case JsonObject named:
                foreach (var member in named.Members.Where(m => m.Value is not JsonObject))
                {
                    Command(member.Value, signs);
                }

                break;
        }
    }
}
