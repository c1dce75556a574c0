using System.Text;

namespace AiToolPolicy.Engine.Text;

/// <summary>A text taken out of a file, perhaps unescaped or put together of pieces, of which every character knows where it stands.</summary>
public sealed class PlacedText
{
    private readonly int _start;
    private readonly int[]? _offsets;

    private PlacedText(SourceFile file, string text, int start, int[]? offsets) => (File, Text, _start, _offsets) = (file, text, start, offsets);

    public SourceFile File { get; }

    public string Text { get; }

    public Location Location => At(0, Text.Length);

    /// <summary>A whole file.</summary>
    public static PlacedText Of(SourceFile file) => new(file, file.Text, 0, null);

    /// <summary>A piece of a file as it stands.</summary>
    public static PlacedText Of(SourceFile file, int offset, int length) => new(file, file.Text.Substring(offset, length), offset, null);

    /// <param name="offsets">The file's offset of each character of the text.</param>
    public static PlacedText Of(SourceFile file, string text, int[] offsets) => new(file, text, 0, offsets);

    /// <summary>The file's offset of the character at <paramref name="index"/>.</summary>
    public int OffsetOf(int index)
    {
        if (_offsets is null)
        {
            return _start + index;
        }

        return index < _offsets.Length ? _offsets[index] : _offsets.Length == 0 ? _start : _offsets[_offsets.Length - 1] + 1;
    }

    public Location At(int index, int length)
    {
        var start = OffsetOf(index);
        var end = length <= 0 ? start : OffsetOf(index + length - 1) + 1;
        return File.At(start, end - start);
    }

    public PlacedText Part(int index, int length) => _offsets is null
        ? new PlacedText(File, Text.Substring(index, length), _start + index, null)
        : new PlacedText(File, Text.Substring(index, length), OffsetOf(index), [.. _offsets.Skip(index).Take(length)]);

    /// <summary>Another text that stands where this one does: only its place as a whole is known.</summary>
    public PlacedText Standing(string text)
    {
        var start = OffsetOf(0);
        var last = Text.Length == 0 ? start : OffsetOf(Text.Length - 1);
        return new PlacedText(File, text, start, [.. text.Select((_, i) => i == text.Length - 1 ? last : Math.Min(start + i, last))]);
    }

    /// <summary>Puts a text together, from left to right.</summary>
    public sealed class Builder(SourceFile file)
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _offsets = [];

        public int Length => _text.Length;

        /// <summary>A piece of the file as it stands.</summary>
        public Builder Append(int offset, int length)
        {
            _text.Append(file.Text, offset, length);
            for (var i = 0; i < length; i++)
            {
                _offsets.Add(offset + i);
            }

            return this;
        }

        /// <summary>A character that something else at that offset stands for.</summary>
        public Builder Append(char c, int offset)
        {
            _text.Append(c);
            _offsets.Add(offset);
            return this;
        }

        public PlacedText Build() => new(file, _text.ToString(), 0, [.. _offsets]);
    }
}
