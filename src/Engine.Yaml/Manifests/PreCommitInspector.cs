using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>pre-commit: the repositories that hooks come from, what they install besides, and the commands of local hooks.</summary>
public sealed class PreCommitInspector : YamlInspector
{
    public override bool Reads(InputFile file) => file.YamlStem() is ".pre-commit-config" or "prek";

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var signs = new ToolSigns(context, Surface.Manifest);
        foreach (var repository in document["repos"]?.Items ?? [])
        {
            if (repository.Scalar("repo") is { } url && Name(url.Value) is { } name)
            {
                signs.Add(SignatureKind.GithubAction, name, repository.Scalar("rev")?.Value, url.Location);
            }

            foreach (var hook in repository["hooks"]?.Items ?? [])
            {
                Hook(hook, signs);
            }
        }
    }

    private static void Hook(YamlNode hook, ToolSigns signs)
    {
        if (hook.Scalar("entry") is { } entry)
        {
            signs.Script(entry.Text);
        }

        // Where the hook is another repository's, only the form of the name tells its language.
        var isNode = hook.Scalar("language")?.Value == "node";
        foreach (var dependency in hook["additional_dependencies"]?.Items.OfType<YamlScalar>() ?? [])
        {
            var isNpm = isNode || dependency.Value.StartsWith("@", StringComparison.Ordinal);
            signs.Package(isNpm ? SignatureKind.Npm : SignatureKind.Pypi, dependency.Text);
        }
    }

    // https://github.com/owner/name.git, git@github.com:owner/name
    private static string? Name(string url)
    {
        const string Host = "github.com";
        var at = url.IndexOf(Host, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var name = url.Substring(at + Host.Length).Trim('/', ':');
        return name.EndsWith(".git", StringComparison.Ordinal) ? name.Substring(0, name.Length - ".git".Length) : name;
    }
}
