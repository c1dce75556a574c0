using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>One setting of an .editorconfig or .globalconfig file.</summary>
/// <param name="Section">The pattern of the section it stands in; empty at the head and in a global file without sections.</param>
/// <param name="Location">From the key to the end of the value.</param>
internal sealed record IniSetting(string Section, string Key, string Value, Location Location);

/// <summary>Reads the settings of an .editorconfig file as the compiler does: lines <c>key = value</c> or <c>key: value</c>, comments with <c>#</c> and <c>;</c>.</summary>
internal static class IniLines
{
    private static readonly char[] Assigns = ['=', ':'];
    private static readonly char[] Comments = ['#', ';'];

    public static IEnumerable<IniSetting> Read(SourceFile file)
    {
        var section = "";
        foreach (var line in TextLine.Of(file))
        {
            var text = line.Text.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
            {
                continue;
            }

            if (text[0] == '[')
            {
                section = text.LastIndexOf(']') is var end and > 0 ? text.Substring(1, end - 1) : "";
            }
            else if (line.Text.IndexOfAny(Assigns) is var equal and > 0)
            {
                var start = line.Text.Length - line.Text.TrimStart().Length;
                yield return new IniSetting(section, line.Text.Substring(0, equal).Trim(), Value(line.Text.Substring(equal + 1)), line.At(start, text.Length));
            }
        }
    }

    private static string Value(string text) =>
        (text.IndexOfAny(Comments) is var comment and >= 0 ? text.Substring(0, comment) : text).Trim();
}
