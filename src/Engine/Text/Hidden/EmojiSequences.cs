namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>Emoji that are made of several characters: joined ones, and flags spelled with tags.</summary>
internal static class EmojiSequences
{
    private const int Joiner = 0x200D;
    private const int EmojiPresentation = 0xFE0F;
    private const int BlackFlag = 0x1F3F4;
    private const int Longest = 12;

    private static readonly Lazy<HashSet<string>> Joined = new(ReadJoined);

    private static readonly string[] FlagTags = ["gbeng", "gbsct", "gbwls"];

    /// <summary>The indexes of every character of an emoji joined as the standard lists it.</summary>
    public static HashSet<int> In(CodePoints text)
    {
        var allowed = new HashSet<int>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i] != Joiner)
            {
                continue;
            }

            var start = i;
            while (start > 0 && IsPart(text[start - 1]))
            {
                start--;
            }

            i = Cover(text, start, allowed);
        }

        return allowed;
    }

    /// <summary>Whether the tags around an index are one of the flags that the standard lists, whole and after its black flag.</summary>
    public static bool IsFlag(CodePoints text, int index)
    {
        const int length = 6;
        for (var start = index; start > index - length; start--)
        {
            if (text[start - 1] == BlackFlag)
            {
                return !IsTag(text[start + length]) && text[start + length - 1] == 0xE007F
                    && FlagTags.Contains(string.Concat(Enumerable.Range(start, length - 1).Select(i => IsTag(text[i]) ? (char)(text[i] - 0xE0000) : '?')));
            }
        }

        return false;
    }

    private static bool IsTag(int code) => code is >= 0xE0000 and <= 0xE007F;

    // Takes the longest sequences one after another from a run of emoji and joiners; gives the run's last index.
    private static int Cover(CodePoints text, int start, HashSet<int> allowed)
    {
        while (IsPart(text[start]))
        {
            var length = LengthOfJoined(text, start);
            for (var i = 0; i < length; i++)
            {
                allowed.Add(start + i);
            }

            start += Math.Max(1, length);
        }

        return start;
    }

    private static int LengthOfJoined(CodePoints text, int start)
    {
        var bare = "";
        var longest = 0;
        for (var i = start; i < start + Longest && IsPart(text[i]); i++)
        {
            // A selector stands after an emoji or a skin tone, once.
            if (text[i] == EmojiPresentation && (i == start || text[i - 1] is EmojiPresentation or Joiner))
            {
                break;
            }

            if (text[i] != EmojiPresentation && !IsSkinTone(text[i]))
            {
                bare += char.ConvertFromUtf32(text[i]);
            }

            longest = Joined.Value.Contains(bare) && text[i] != Joiner ? i + 1 - start : longest;
        }

        return longest;
    }

    private static bool IsPart(int code) => code is Joiner or EmojiPresentation || IsSkinTone(code) || UnicodeFacts.Emoji.Contains(code);

    private static bool IsSkinTone(int code) => code is >= 0x1F3FB and <= 0x1F3FF;

    private static HashSet<string> ReadJoined()
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in UnicodeFacts.JoinedEmoji.Split('\n'))
        {
            var sides = line.Split('=');
            foreach (var first in Words(sides[0]))
            {
                result.UnionWith(sides[1].Split(',').Select(rest => string.Join("\u200D", Words(rest).Prepend(first))));
            }
        }

        return result;
    }

    private static IEnumerable<string> Words(string hexadecimal) =>
        hexadecimal.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(code => char.ConvertFromUtf32(CodePointSet.Number(code)));
}
