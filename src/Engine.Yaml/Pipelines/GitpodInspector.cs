using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>Gitpod workspaces: the image, the commands of tasks, the extensions of the editor.</summary>
public sealed class GitpodInspector : YamlInspector
{
    private static readonly PipelineKeys Keys = new(["image"], ["init", "before", "command", "prebuild"], ["env"]);

    public override bool Reads(InputFile file) => file.YamlStem() == ".gitpod";

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context);
        Keys.Inspect(document, signs);
        foreach (var extension in document["vscode"]?["extensions"]?.Items.OfType<YamlScalar>() ?? [])
        {
            signs.Package(SignatureKind.VscodeExtension, extension.Text);
        }
    }
}
