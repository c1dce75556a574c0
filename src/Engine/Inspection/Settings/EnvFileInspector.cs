using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>Variables in <c>.env</c> files. What is commented out is not set; a template says what somebody may set.</summary>
public sealed class EnvFileInspector : IInspector
{
    private static readonly string[] Starts = [".env.", ".env-", ".env_"];

    private static readonly string[] TemplateWords = ["example", "sample", "template", "dist", "tpl", "default", "defaults"];

    public bool Reads(InputFile file) => file.Name == ".env" || Starts.Any(start => file.Name.StartsWith(start, StringComparison.Ordinal))
        || file.Name.EndsWithIgnoringCase(".env") || (file.Name.StartsWith("env.", StringComparison.Ordinal) && IsTemplate(file));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var scan = new SettingScan(context, IsTemplate(file) ? Strength.Mention : Strength.Configured);
        for (int start = 0, end; start < text.Text.Length; start = end + 1)
        {
            end = text.Text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Text.Length : end;
            InspectLine(text, start, end, scan);
        }
    }

    private static void InspectLine(SourceFile file, int start, int end, SettingScan scan)
    {
        var line = file.Text.Substring(start, end - start);
        var equals = line.IndexOf('=');
        var name = (equals < 0 ? line : line.Substring(0, equals)).Trim();
        name = name.StartsWith("export ", StringComparison.Ordinal) ? name.Substring("export ".Length).Trim() : name;
        if (name.Length == 0 || name[0] == '#' || name.Any(char.IsWhiteSpace))
        {
            return;
        }

        scan.Name(name, file.At(start + line.IndexOf(name, StringComparison.Ordinal), name.Length));
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        var valueEnd = comment > equals ? comment : line.Length;
        if (equals >= 0)
        {
            scan.Value(name, line.Substring(equals + 1, valueEnd - equals - 1), (at, length) => file.At(start + equals + 1 + at, length));
        }
    }

    private static bool IsTemplate(InputFile file) => file.Name.Split('.', '-', '_').Any(part => TemplateWords.Contains(part, StringComparer.OrdinalIgnoreCase));
}
