namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>A text as code points, each with its place in the text. A surrogate without its other half stays as it is.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _codes;
    private readonly List<int> _offsets;

    public CodePoints(string text)
    {
        Text = text;
        (_codes, _offsets) = (new(text.Length), new(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            _offsets.Add(i);
            _codes.Add(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i]);
        }
    }

    public string Text { get; }

    public int Count => _codes.Count;

    /// <summary>The code point of that index; -1 before the first and after the last.</summary>
    public int this[int index] => index >= 0 && index < _codes.Count ? _codes[index] : -1;

    /// <summary>Where the code point of that index begins in the text.</summary>
    public int OffsetOf(int index) => index < _offsets.Count ? _offsets[index] : Text.Length;
}
