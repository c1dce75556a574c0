using System.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>A change of a text: what stands there is replaced.</summary>
/// <param name="Offset">0-based, of the first character that goes.</param>
/// <param name="Length">How many characters go.</param>
public sealed record TextEdit(int Offset, int Length, string NewText)
{
    /// <summary>The text with the edits made, which must not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.Offset))
        {
            result.Remove(edit.Offset, edit.Length).Insert(edit.Offset, edit.NewText);
        }

        return result.ToString();
    }
}
