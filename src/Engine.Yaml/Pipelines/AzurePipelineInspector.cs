using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>Azure Pipelines and their templates: tasks, scripts, images, variables by name, at any depth and behind template expressions.</summary>
public sealed class AzurePipelineInspector : YamlInspector
{
    private static readonly string[] Folders = [".azure-pipelines", "azure-pipelines", "azurepipelines", ".azuredevops", ".ado", ".vsts", "pipelines", ".pipelines"];

    private static readonly PipelineKeys Keys = new(["container", "image"], [], ["variables", "env"]);

    private static readonly Dictionary<string, ShellDialect> Scripts = new(StringComparer.Ordinal)
    {
        ["script"] = ShellDialect.Posix,
        ["bash"] = ShellDialect.Posix,
        ["pwsh"] = ShellDialect.PowerShell,
        ["powershell"] = ShellDialect.PowerShell,
    };

    // How a step or the use of a template begins; no other pipeline's file has one of these below these lines.
    private static readonly string[] Steps = ["- task: ", "- script: ", "- bash: ", "- pwsh: ", "- powershell: ", "- template: "];

    private static readonly string[] Roots = ["steps:", "jobs:", "stages:", "extends:"];

    public override bool Reads(InputFile file) => file.IsYaml() && !file.IsIn(".github") && !file.IsIn(".circleci");

    // A template may be called anything and lie anywhere; it says by its form what it is.
    protected override SourceFile? Prepare(SourceFile text) =>
        (IsKnown(InputFile.Of(text.Path, text.Text)) && !IsChart(text)) || (Roots.Any(text.HasLine) && Steps.Any(text.Text.Contains)) ? text : null;

    // A chart may be called "pipelines" too.
    private static bool IsChart(SourceFile text) => text.Text.Contains("{{-") || text.HasLine("apiVersion:");

    private static bool IsKnown(InputFile file) => file.YamlStem() is { } stem
        && (stem.Contains("azure-pipeline") || stem.Contains("azurepipeline") || stem is ".vsts-ci" or "vsts-ci" || Array.Exists(Folders, file.IsIn));

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context);
        Keys.Inspect(document, signs);
        foreach (var step in document.SelfAndDescendants().OfType<YamlMapping>())
        {
            foreach (var script in Scripts)
            {
                if (step.Scalar(script.Key) is { } text)
                {
                    signs.Script(text.Text, script.Value);
                }
            }

            if (step.Scalar("task") is { } task)
            {
                Task(task, step["inputs"], signs);
            }
        }
    }

    private static void Task(YamlScalar task, YamlNode? inputs, ToolSigns signs)
    {
        var at = task.Value.IndexOf('@');
        var name = at < 0 ? task.Value : task.Value.Substring(0, at);
        signs.Add(SignatureKind.AzureTask, name, at < 0 ? null : task.Value.Substring(at + 1), task.Location);
        if (inputs?.Scalar("inlineScript") is { } inline)
        {
            var isPowerShell = (inputs.Scalar("scriptType") ?? inputs.Scalar("ScriptType"))?.Value is "ps" or "pscore" || name.IndexOf("PowerShell", StringComparison.OrdinalIgnoreCase) >= 0;
            signs.Script(inline.Text, isPowerShell ? ShellDialect.PowerShell : ShellDialect.Posix);
        }

        // Under "script" the walk has read it as a shell's already; this task's is not.
        if (name == "PowerShell" && inputs?.Scalar("script") is { } script)
        {
            signs.Script(script.Text, ShellDialect.PowerShell);
        }
    }
}
