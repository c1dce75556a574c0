using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>Recipes of justfiles: indented lines below a recipe's head.</summary>
public sealed class JustfileInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("justfile") || file.Name.EqualsIgnoringCase(".justfile") || file.Name.EndsWithIgnoringCase(".just");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var signs = new ToolSigns(context);
        foreach (var recipe in Recipes(text))
        {
            var first = recipe.Text.TrimStart();
            if (ScriptFiles.DialectOfShebang(first) is { } dialect || !first.StartsWith("#!", StringComparison.Ordinal))
            {
                signs.Script(recipe, ScriptFiles.DialectOfShebang(first) ?? ShellDialect.Posix);
            }
        }
    }

    // Interpolations {{ … }} are unknown; '@' and '-' before a line are just's own.
    private static IEnumerable<PlacedText> Recipes(SourceFile file)
    {
        var recipe = new PlacedText.Builder(file);
        for (var at = 0; at < file.Text.Length;)
        {
            var end = file.Text.IndexOf('\n', at);
            end = end < 0 ? file.Text.Length : end + 1;
            var isBlank = string.IsNullOrWhiteSpace(file.Text.Substring(at, end - at));
            if (file.Text[at] is ' ' or '\t')
            {
                AppendLine(recipe, file.Text, at, end);
            }
            else if (!isBlank && recipe.Length > 0)
            {
                yield return recipe.Build();
                recipe = new PlacedText.Builder(file);
            }

            at = end;
        }

        if (recipe.Length > 0)
        {
            yield return recipe.Build();
        }
    }

    private static void AppendLine(PlacedText.Builder recipe, string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        start += start < end && text[start] is '@' or '-' ? 1 : 0;
        while (start < end)
        {
            var open = text.IndexOf("{{", start, end - start, StringComparison.Ordinal);
            recipe.Append(start, (open < 0 ? end : open) - start);
            if (open < 0)
            {
                return;
            }

            var close = text.IndexOf("}}", open, end - open, StringComparison.Ordinal);
            recipe.Append('$', open);
            start = close < 0 ? end : close + 2;
        }
    }
}
