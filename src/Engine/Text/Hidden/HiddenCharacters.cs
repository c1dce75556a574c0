namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>
/// Finds characters that a reader does not see and a model does: every default-ignorable code point, directional controls, controls and more,
/// unless it stands where it belongs. Private use is left alone: icon fonts live there.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The hidden characters of a text, those of one class that stand together in one line as one run.</summary>
    public static IReadOnlyList<HiddenRun> In(SourceFile file)
    {
        // Most texts have none, and need no more than this look.
        if (!file.Text.Any(c => char.IsSurrogate(c) || HiddenClasses.Of(c) != HiddenClass.None))
        {
            return [];
        }

        var text = new CodePoints(file.Text);
        var allowed = new AllowedPlaces(text);
        var runs = new List<HiddenRun>();
        for (var i = 0; i < text.Count; i++)
        {
            var kind = Hidden(text, allowed, i);
            if (kind != HiddenClass.None)
            {
                var start = i;
                while (Hidden(text, allowed, i + 1) == kind)
                {
                    i++;
                }

                runs.Add(Run(file, text, kind, start, i + 1));
            }
        }

        return runs;
    }

    private static HiddenClass Hidden(CodePoints text, AllowedPlaces allowed, int index)
    {
        var kind = text[index] < 0 ? HiddenClass.None : HiddenClasses.Of(text[index]);
        return kind == HiddenClass.None || allowed.Allows(index, kind) ? HiddenClass.None : kind;
    }

    private static HiddenRun Run(SourceFile file, CodePoints text, HiddenClass kind, int start, int end) => new(
        kind,
        [.. Enumerable.Range(start, end - start).Select(i => text[i])],
        file.At(text.OffsetOf(start), text.OffsetOf(end) - text.OffsetOf(start)));
}
