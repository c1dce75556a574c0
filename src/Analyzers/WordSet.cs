using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>A fixed set of names that can be asked for a piece of a text as it stands there.</summary>
internal sealed class WordSet
{
    private readonly string?[] _slots;
    private readonly StringComparison _comparison;

    public WordSet(IReadOnlyCollection<string> words, bool isCaseSensitive)
    {
        _comparison = isCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _slots = new string?[SizeFor(words.Count)];
        foreach (var word in words)
        {
            _slots[SlotOf(word, 0, word.Length)] = word;
        }
    }

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<string> All => _slots.OfType<string>();

    public bool Contains(string word) => Contains(word, 0, word.Length);

    /// <summary>Whether the piece of the text is one of them.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Contains(string text, int start, int length) => _slots[SlotOf(text, start, length)] is not null;

    // Where the word stands, or the empty slot where it would.
    [MethodImpl(HotPath.Optimized)]
    private int SlotOf(string text, int start, int length)
    {
        var slot = Hash(text, start, length) & (_slots.Length - 1);
        while (_slots[slot] is { } word && !(word.Length == length && string.Compare(text, start, word, 0, length, _comparison) == 0))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    // The bit that tells small letters from capital ones is left out, so that both comparisons find their words; beyond ASCII only the number counts.
    [MethodImpl(HotPath.Optimized)]
    private static int Hash(string text, int start, int length)
    {
        var hash = length;
        for (var at = start; at < start + length; at++)
        {
            hash = (hash * 31) + (text[at] < 128 ? text[at] | 0x20 : 128);
        }

        return hash ^ (hash >> 15);
    }

    // A power of two, and at most half of it filled.
    private static int SizeFor(int count)
    {
        var size = 16;
        while (size < count * 2)
        {
            size *= 2;
        }

        return size;
    }
}
