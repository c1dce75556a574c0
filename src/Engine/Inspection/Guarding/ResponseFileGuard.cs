using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Response files: <c>Directory.Build.rsp</c> and <c>MSBuild.rsp</c>, which MSBuild takes up unasked, and every other that a command may name.</summary>
public sealed class ResponseFileGuard : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".rsp");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        foreach (var line in TextLine.Of(text).Where(line => !line.Text.TrimStart().StartsWith("#", StringComparison.Ordinal)))
        {
            var words = Words(line.Text);
            foreach (var (word, what) in BuildSwitches.Read([.. words.Select(w => w.Text)]))
            {
                context.Add(new Weakening(what, line.At(words[word].Start, words[word].Length)));
            }
        }
    }

    // Blanks separate, quotes hold together and are dropped.
    private static List<(string Text, int Start, int Length)> Words(string line)
    {
        var words = new List<(string Text, int Start, int Length)>();
        var isQuoted = false;
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i < line.Length ? line[i] : ' ';
            isQuoted = i < line.Length && (c == '"' ? !isQuoted : isQuoted);
            if (!isQuoted && char.IsWhiteSpace(c))
            {
                if (start >= 0)
                {
                    words.Add((line.Substring(start, i - start).Replace("\"", ""), start, i - start));
                }

                start = -1;
            }
            else
            {
                start = start < 0 ? i : start;
            }
        }

        return words;
    }
}
