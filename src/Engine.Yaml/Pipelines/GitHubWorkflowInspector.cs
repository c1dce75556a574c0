using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>
/// Workflows of GitHub (and of Gitea and Forgejo, which read the same format) and actions: actions and reusable workflows, commands, variables
/// and secrets by name, images of jobs and services. Only workflows at the root of a repository are run; others are merely mentioned.
/// </summary>
public sealed class GitHubWorkflowInspector : YamlInspector
{
    private static readonly string[] Folders = [".github/workflows", ".gitea/workflows", ".forgejo/workflows"];

    public override bool Reads(InputFile file) => file.IsYaml();

    // An example to copy from says by its form what it is.
    protected override SourceFile? Prepare(SourceFile text)
    {
        var file = InputFile.Of(text.Path, text.Text);
        var isKnown = file.YamlStem() == "action" || Array.Exists(Folders, file.IsIn);
        return isKnown || (text.HasLine("on:") && text.HasLine("jobs:")) ? text : null;
    }

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var isRun = document["runs"] is not null || Array.Exists(Folders, f => document.File.Path.StartsWith(f, StringComparison.Ordinal));
        var signs = new ToolSigns(context, Surface.Pipeline, isRun ? Strength.Installed : Strength.Mention);
        var dialect = DialectOf(document, ShellDialect.Posix);
        Variables(document, signs);
        Steps(document["runs"], signs, dialect);
        Image(document["runs"]?.Scalar("image"), signs);
        foreach (var job in document["jobs"]?.Members ?? [])
        {
            Job(job.Value, signs, dialect);
        }

        var nodes = document.SelfAndDescendants().ToList();
        var environments = new HashSet<YamlNode>(nodes.Select(node => node["env"]).OfType<YamlNode>());
        foreach (var node in nodes)
        {
            Secrets(node, environments.Contains(node), signs);
        }
    }

    private static void Job(YamlNode job, ToolSigns signs, ShellDialect? inherited)
    {
        var isWindows = job.Scalar("runs-on")?.Value.StartsWith("windows", StringComparison.OrdinalIgnoreCase) ?? false;
        var dialect = DialectOf(job, isWindows ? ShellDialect.PowerShell : inherited);
        Uses(job.Scalar("uses"), signs);
        Variables(job, signs);
        Steps(job, signs, dialect);
        Container(job["container"], signs);
        foreach (var service in job["services"]?.Members ?? [])
        {
            Container(service.Value, signs);
        }
    }

    private static void Steps(YamlNode? owner, ToolSigns signs, ShellDialect? inherited)
    {
        foreach (var step in owner?["steps"]?.Items ?? [])
        {
            Uses(step.Scalar("uses"), signs);
            Variables(step, signs);
            var dialect = step.Scalar("shell") is { } shell ? DialectOf(shell.Value) : inherited;
            if (step.Scalar("run") is { } run && dialect is { } known)
            {
                signs.Script(run.Text, known);
            }
        }
    }

    private static void Container(YamlNode? container, ToolSigns signs)
    {
        if (container is not null)
        {
            Image(container as YamlScalar ?? container.Scalar("image"), signs);
            Variables(container, signs);
        }
    }

    private static void Variables(YamlNode owner, ToolSigns signs)
    {
        if (owner["env"] is { } variables)
        {
            PipelineKeys.InspectVariables(variables, signs);
        }
    }

    // "owner/repository/path@ref"; "./path" is the repository's own.
    private static void Uses(YamlScalar? uses, ToolSigns signs)
    {
        if (uses is null || uses.Value.StartsWith(".", StringComparison.Ordinal))
        {
            return;
        }

        var at = uses.Value.IndexOf('@');
        if (uses.Value.StartsWith("docker://", StringComparison.OrdinalIgnoreCase))
        {
            Image(uses, signs);
        }
        else if (at > 0)
        {
            signs.Add(SignatureKind.GithubAction, uses.Value.Substring(0, at), uses.Value.Substring(at + 1), uses.Location);
        }
    }

    private static void Image(YamlScalar? image, ToolSigns signs)
    {
        const string Scheme = "docker://";
        if (image is not null)
        {
            var start = image.Value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Scheme.Length : 0;
            signs.Image(image.Text.Part(start, image.Value.Length - start));
        }
    }

    // A variable that is called as its secret has been seen by that name; an input of that name has not.
    private static void Secrets(YamlNode node, bool isEnvironment, ToolSigns signs)
    {
        foreach (var entry in node.Members)
        {
            Secrets(entry.Value as YamlScalar, isEnvironment ? entry.Key.Value : "", signs);
        }

        foreach (var item in node is YamlSequence ? node.Items : [])
        {
            Secrets(item as YamlScalar, "", signs);
        }
    }

    // ${{ secrets.NAME }}
    private static void Secrets(YamlScalar? scalar, string known, ToolSigns signs)
    {
        const string Secrets = "secrets.";
        var text = scalar?.Value ?? "";
        for (var at = text.IndexOf(Secrets, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Secrets, at + 1, StringComparison.Ordinal))
        {
            var start = at + Secrets.Length;
            var name = new string([.. text.Skip(start).TakeWhile(c => char.IsLetterOrDigit(c) || c == '_')]);
            if (name.Length > 0 && name != known)
            {
                signs.Variable(name, scalar!.Text.At(start, name.Length));
            }
        }
    }

    private static ShellDialect? DialectOf(YamlNode owner, ShellDialect? otherwise) =>
        owner["defaults"]?["run"]?.Scalar("shell") is { } shell ? DialectOf(shell.Value) : otherwise;

    // Null for what is no shell, such as python.
    private static ShellDialect? DialectOf(string shell) => shell.Split(' ')[0] switch
    {
        "bash" or "sh" or "zsh" => ShellDialect.Posix,
        "pwsh" or "powershell" => ShellDialect.PowerShell,
        "cmd" => ShellDialect.Batch,
        _ => null,
    };
}
