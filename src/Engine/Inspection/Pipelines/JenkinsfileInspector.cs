using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>Jenkinsfiles: what <c>sh</c>, <c>bat</c>, <c>powershell</c> and <c>pwsh</c> steps run, images of agents, variables of environment blocks by name.</summary>
public sealed class JenkinsfileInspector : IInspector
{
    public bool Reads(InputFile file) =>
        file.Name.StartsWith("Jenkinsfile", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWithIgnoringCase(".jenkinsfile");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var signs = new ToolSigns(context);
        foreach (var (words, literal) in GroovyStrings.Read(text))
        {
            Take(words, literal, signs);
        }

        foreach (var name in GroovyStrings.Assignments(text, "environment"))
        {
            signs.Variable(name.Text, name.Location);
        }
    }

    // "sh 'x'", "sh(script: 'x')", "docker { image 'x' }", "docker.image('x')"
    private static void Take(IReadOnlyList<string> words, PlacedText literal, ToolSigns signs)
    {
        var last = words.Count == 0 ? "" : words[words.Count - 1];
        var step = last is "script" && words.Count > 1 ? words[words.Count - 2] : last;
        switch (step)
        {
            case "sh":
                signs.Script(literal, ShellDialect.Posix);
                break;
            case "bat":
                signs.Script(literal, ShellDialect.Batch);
                break;
            case "powershell" or "pwsh":
                signs.Script(literal, ShellDialect.PowerShell);
                break;
            case "image" or "docker":
                signs.Image(literal);
                break;
        }
    }
}
