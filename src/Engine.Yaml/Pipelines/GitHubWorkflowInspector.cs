using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Commands;

namespace AiToolPolicy.Engine.Yaml.Pipelines;

/// <summary>
/// Workflows of GitHub (and of Gitea and Forgejo, which read the same format) and actions: actions and reusable workflows, commands, variables
/// and secrets by name, images of jobs and services. Only workflows at the root of a repository are run; others are merely mentioned.
/// </summary>
public sealed class GitHubWorkflowInspector : YamlInspector
{
    private static readonly string[] Folders = [".github/workflows", ".gitea/workflows", ".forgejo/workflows"];

    public override bool Reads(InputFile file) => file.YamlStem() is { } stem && (stem == "action" || Array.Exists(Folders, file.IsIn));

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

        foreach (var scalar in document.SelfAndDescendants().OfType<YamlScalar>())
        {
            Secrets(scalar, signs);
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

    // ${{ secrets.NAME }}, also handed on under another name.
    private static void Secrets(YamlScalar scalar, ToolSigns signs)
    {
        const string Secrets = "secrets.";
        for (var at = scalar.Value.IndexOf(Secrets, StringComparison.Ordinal); at >= 0; at = scalar.Value.IndexOf(Secrets, at + 1, StringComparison.Ordinal))
        {
            var start = at + Secrets.Length;
            var name = new string([.. scalar.Value.Skip(start).TakeWhile(c => char.IsLetterOrDigit(c) || c == '_')]);
            if (name.Length > 0)
            {
                signs.Variable(name, scalar.Text.At(start, name.Length));
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
