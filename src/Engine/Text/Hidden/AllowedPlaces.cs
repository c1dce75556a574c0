namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>Where hidden characters belong: in emoji, in scripts that need them, in lines that run from right to left.</summary>
internal sealed class AllowedPlaces(CodePoints text)
{
    // A text of that many right-to-left letters may set a direction on any of its lines.
    private const int RightToLeftText = 20;

    private readonly HashSet<int> _emoji = EmojiSequences.In(text);
    private readonly bool _isRightToLeft = Enumerable.Range(0, text.Count).Count(i => UnicodeFacts.RightToLeft.Contains(text[i])) >= RightToLeftText;
    private (int Start, int End, bool IsRightToLeft, bool IsBalanced) _line = (0, -1, false, false);

    public bool Allows(int index, HiddenClass kind) => kind switch
    {
        HiddenClass.Tag => EmojiSequences.IsFlag(text, index),
        HiddenClass.BidirectionalControl => text[index] is not (0x202D or 0x202E) && LineOf(index) is { IsRightToLeft: true, IsBalanced: true },
        HiddenClass.DirectionMark => _isRightToLeft || LineOf(index).IsRightToLeft,
        HiddenClass.ZeroWidthJoiner => _emoji.Contains(index) || AllowsJoiner(text[index - 1], text[index + 1]),
        HiddenClass.ZeroWidthNonJoiner => AllowsNonJoiner(index),
        HiddenClass.ZeroWidthSpace => UnicodeFacts.ComplexBreaking.Contains(text[index - 1]) && UnicodeFacts.ComplexBreaking.Contains(text[index + 1]),
        HiddenClass.VariationSelector => _emoji.Contains(index) || AllowsSelector(text[index - 1], text[index], text[index + 1]),
        HiddenClass.MongolianSelector => UnicodeFacts.Mongolian.Contains(text[index - 1]),
        HiddenClass.ByteOrderMark => index == 0,
        HiddenClass.BlankPattern => IsPattern(text[index - 1]) || IsPattern(text[index + 1]),
        _ => false,
    };

    private static bool IsPattern(int code) => code is >= 0x2800 and <= 0x28FF;

    private static bool AllowsJoiner(int before, int after) =>
        UnicodeFacts.Virama.Contains(before)
        || (UnicodeFacts.Virama.Contains(after) && before > 0x900 && HiddenClasses.Of(before) == HiddenClass.None)
        || UnicodeFacts.Cursive.Contains(before)
        || (UnicodeFacts.Arabic.Contains(after) && UnicodeFacts.Cursive.Contains(after));

    // RFC 5892, appendix A.1, and the plural ending that Persian sets apart at the end of a word.
    private bool AllowsNonJoiner(int index)
    {
        var before = index - 1;
        while (UnicodeFacts.Transparent.Contains(text[before]))
        {
            before--;
        }

        var after = index + 1;
        while (UnicodeFacts.Transparent.Contains(text[after]))
        {
            after++;
        }

        return UnicodeFacts.Virama.Contains(text[index - 1])
            || (UnicodeFacts.JoinsBefore.Contains(text[before]) && UnicodeFacts.JoinsAfter.Contains(text[after]))
            || (UnicodeFacts.Arabic.Contains(text[before]) && (UnicodeFacts.Arabic.Contains(text[after]) || EndsWord(text[after])));
    }

    private static bool EndsWord(int code) => code is -1 or '\r' or '\n' or '\t' or (>= ' ' and < '0') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~') or 0xAB or 0xBB;

    private static bool AllowsSelector(int before, int selector, int after) => selector switch
    {
        >= 0xE0100 => UnicodeFacts.Ideograph.Contains(before),
        0xFE0E or 0xFE0F when before is '#' or '*' or (>= '0' and <= '9') => after == 0x20E3,
        // What is left of an emoji that some program could not keep.
        0xFE0E or 0xFE0F => UnicodeFacts.Emoji.Contains(before) || before == 0xFFFD,
        <= 0xFE02 => UnicodeFacts.Variants[selector - 0xFE00].Contains(before),
        _ => false,
    };

    // Each line is looked at once, however many marks it has.
    private (int Start, int End, bool IsRightToLeft, bool IsBalanced) LineOf(int index)
    {
        if (index >= _line.Start && index < _line.End)
        {
            return _line;
        }

        var (start, end) = (index, index);
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        while (end < text.Count && text[end] != '\n')
        {
            end++;
        }

        var codes = Enumerable.Range(start, end - start).Select(i => text[i]).ToList();
        var embeddings = codes.Sum(c => c is 0x202A or 0x202B or 0x202D or 0x202E ? 1 : c == 0x202C ? -1 : 0);
        var isolates = codes.Sum(c => c is >= 0x2066 and <= 0x2068 ? 1 : c == 0x2069 ? -1 : 0);
        return _line = (start, end, codes.Exists(UnicodeFacts.RightToLeft.Contains), embeddings == 0 && isolates == 0);
    }
}
