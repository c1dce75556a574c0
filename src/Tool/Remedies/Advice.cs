using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Remedies;

/// <summary>What to do about one reference.</summary>
/// <param name="Place">Where the reference is written.</param>
/// <param name="Text">Safe to print.</param>
/// <param name="Change">The change of one line that does it; null where there is none, or none that can be written down.</param>
internal sealed record Advice(Location Place, string Text, VersionChange? Change = null)
{
    public string Render()
    {
        var line = $"{Show(Place)}: {Text}\n";
        return Change is null ? line : $"{line}  {Show(Change.Place)}:\n{Marked('-', Change.Before)}{Marked('+', Change.After)}";
    }

    private static string Show(Location place) => $"{PlainText.Safe(place.Path, 4096)}({place.Line},{place.Column})";

    private static string Marked(char mark, string text) =>
        string.Concat(text.Split('\n').Select(line => $"  {mark} {PlainText.Safe(line.Trim(), 1000)}\n"));
}
