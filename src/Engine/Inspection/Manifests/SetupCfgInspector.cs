using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>PyPI packages in the <c>[options]</c> of a <c>setup.cfg</c>, and in its extras.</summary>
public sealed class SetupCfgInspector : IInspector
{
    private const string Extras = "options.extras_require";

    private static readonly string[] Options = ["install_requires", "setup_requires", "tests_require"];

    public bool Reads(InputFile file) => file.Name == "setup.cfg";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        foreach (var (section, written) in Written(text))
        {
            context.AddRequirement(written, section);
        }
    }

    private static IEnumerable<(string Section, TextLine Written)> Written(SourceFile text)
    {
        var section = "";
        string? list = null;
        foreach (var line in TextLine.Of(text).Where(l => !IsBlankOrComment(l.Text)))
        {
            if (line.Text[0] == '[')
            {
                section = line.Text.Trim().TrimStart('[').TrimEnd(']');
                list = null;
            }
            else if (!char.IsWhiteSpace(line.Text[0]))
            {
                var end = line.Text.IndexOfAny(['=', ':']);
                list = end < 0 ? null : ListOf(section, line.Text.Substring(0, end).Trim().ToLowerInvariant());
                foreach (var part in list is null ? [] : Parts(line, end + 1))
                {
                    yield return (list!, part);
                }
            }
            else if (list is not null)
            {
                yield return (list, line);
            }
        }
    }

    private static string? ListOf(string section, string key) =>
        section == Extras ? Extras : section == "options" && Array.IndexOf(Options, key) >= 0 ? $"{section}.{key}" : null;

    // Behind the name itself stands either nothing, or all requirements with semicolons between them.
    private static IEnumerable<TextLine> Parts(TextLine line, int start)
    {
        foreach (var part in line.Text.Substring(start).Split(';'))
        {
            yield return new TextLine(line.File, line.Offset + start, part);
            start += part.Length + 1;
        }
    }

    private static bool IsBlankOrComment(string line) => line.TrimStart() is "" or ['#' or ';', ..];
}
