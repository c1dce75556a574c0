using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>A stretch of a text without blanks, quotes and brackets.</summary>
internal readonly record struct TextRun(string Text, int Start, int Length)
{
    private static readonly string[] ModelWords = ["model", "--model", "-m", "model:", "models", "engine", "deployment"];

    public int End => Start + Length;

    /// <summary>Whether blanks stand around it: a word of prose, or of a command.</summary>
    public bool IsAmongBlanks =>
        (Start > 0 && char.IsWhiteSpace(Text[Start - 1])) || (End < Text.Length && IsBlankAfter(End));

    /// <summary>Whether the word before it says that a model follows.</summary>
    public bool FollowsModelWord
    {
        get
        {
            var end = Start;
            while (end > 0 && char.IsWhiteSpace(Text[end - 1]))
            {
                end--;
            }

            var start = end;
            while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
            {
                start--;
            }

            return ModelWords.Contains(Text.Substring(start, end - start), StringComparer.OrdinalIgnoreCase);
        }
    }

    [MethodImpl(HotPath.Optimized)]
    public TextRun WithoutPunctuation()
    {
        var (start, end) = (Start, End);
        while (end > start && Text[end - 1] is '.' or ':' or '!' or '?')
        {
            end--;
        }

        return new TextRun(Text, start, end - start);
    }

    public int IndexOf(char c)
    {
        var index = Text.IndexOf(c, Start, Length);
        return index < 0 ? -1 : index - Start;
    }

    public int IndexOf(string text)
    {
        var index = Text.IndexOf(text, Start, Length, StringComparison.Ordinal);
        return index < 0 ? -1 : index - Start;
    }

    public TextRun Slice(int start, int length) => new(Text, Start + start, length);

    public override string ToString() => Text.Substring(Start, Length);

    // A full stop that was cut off, then a blank.
    private bool IsBlankAfter(int index)
    {
        while (index < Text.Length && Text[index] is '.' or ':' or '!' or '?')
        {
            index++;
        }

        return index < Text.Length && char.IsWhiteSpace(Text[index]);
    }
}
