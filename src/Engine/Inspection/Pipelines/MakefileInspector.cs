using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>Recipes of makefiles, and commands in <c>$(shell …)</c>.</summary>
public sealed class MakefileInspector : IInspector
{
    public bool Reads(InputFile file) =>
        file.Name.EqualsIgnoringCase("Makefile") || file.Name.EqualsIgnoringCase("GNUmakefile") || file.Name.EndsWithIgnoringCase(".mk") || file.Name.EndsWithIgnoringCase(".mak")
        || file.Name.StartsWith("Makefile.", StringComparison.Ordinal);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is { } text)
        {
            var signs = new ToolSigns(context);
            signs.Script(Recipes(text));
            foreach (var call in Calls(text))
            {
                signs.Script(call);
            }
        }
    }

    // Every recipe line without its tab and prefix; make hands '$$' on as '$', and what it expands itself is unknown.
    private static PlacedText Recipes(SourceFile text)
    {
        var script = new PlacedText.Builder(text);
        foreach (var (start, end) in RecipeLines.Of(text.Text))
        {
            for (var i = start; i < end; i++)
            {
                var isDollar = text.Text[i] == '$' && i + 1 < end;
                script.Append(text.Text[i], i);
                if (isDollar && text.Text[i + 1] == '$')
                {
                    i++;
                }
                else if (isDollar && text.Text[i + 1] is '(' or '{')
                {
                    i = SkipReference(text.Text, i + 1, end);
                }
            }

            script.Append('\n', Math.Min(end, Math.Max(0, text.Text.Length - 1)));
        }

        return script.Build();
    }

    private static int SkipReference(string text, int open, int end)
    {
        var close = text[open] == '(' ? ')' : '}';
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            depth += text[i] == text[open] ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return end;
    }

    private static IEnumerable<PlacedText> Calls(SourceFile text)
    {
        const string Call = "$(shell ";
        for (var at = text.Text.IndexOf(Call, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(Call, at + 1, StringComparison.Ordinal))
        {
            var start = at + Call.Length;
            var end = Math.Min(SkipReference(text.Text, at + 1, Math.Min(text.Text.Length, at + 2000)), text.Text.Length);
            yield return PlacedText.Of(text, start, Math.Max(0, end - start));
        }
    }
}
