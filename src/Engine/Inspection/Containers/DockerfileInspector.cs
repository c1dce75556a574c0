using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Containers;

/// <summary>Dockerfiles and Containerfiles: images that are built on or copied from, commands, variables by name.</summary>
public sealed class DockerfileInspector : IInspector
{
    private static readonly string[] Names = ["Dockerfile", "Containerfile"];

    private static readonly string[] Instructions =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME",
        "WORKDIR",
    ];

    // "Dockerfile-notes.md" tells of one.
    private static readonly string[] Others = [".dockerignore", ".md", ".mdx", ".rst", ".adoc"];

    public bool Reads(InputFile file) => !Others.Any(file.Name.EndsWithIgnoringCase) && Names.Any(name =>
        file.Name.EqualsIgnoringCase(name) || file.Name.EndsWithIgnoringCase("." + name)
        || file.Name.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase) || file.Name.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)
        || IsNameWithWords(file.Name, name));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var instructions = Inspect(PlacedText.Of(text), new ToolSigns(context));
        var stranger = instructions.Any(IsTemplate) ? null : instructions.FirstOrDefault(i => !IsKnown(i));

        // What a template makes of its lines is unknown. Where nothing is an instruction the file is something else of that name, such as an editor's grammar.
        if (stranger is not null && (instructions.Any(IsKnown) || Names.Any(file.Name.EqualsIgnoringCase)))
        {
            context.AddProblem($"'{PlainText.Safe(stranger.Name, 40)}' is no instruction of a Dockerfile.", stranger.Location);
        }
    }

    // "DockerfileBase"; "DockerfileReader.cs" and "dockerfiles" are something else.
    private static bool IsNameWithWords(string file, string name) =>
        file.StartsWith(name, StringComparison.Ordinal) && file.Length > name.Length && (char.IsUpper(file[name.Length]) || file[name.Length] == '_') && file.IndexOf('.') < 0;

    /// <summary>Records what a Dockerfile shows, be it a file or a text in another one; gives its instructions.</summary>
    public static IReadOnlyList<DockerInstruction> Inspect(PlacedText text, ToolSigns signs)
    {
        var instructions = DockerfileReader.Read(text).ToList();
        var build = new DockerBuild(signs);
        foreach (var instruction in instructions)
        {
            build.Take(instruction);
        }

        return instructions;
    }

    private static bool IsKnown(DockerInstruction instruction) => Array.IndexOf(Instructions, instruction.Name) >= 0;

    private static bool IsTemplate(DockerInstruction instruction) =>
        instruction.Name.StartsWith("{", StringComparison.Ordinal) || instruction.Name.StartsWith("<%", StringComparison.Ordinal);
}
