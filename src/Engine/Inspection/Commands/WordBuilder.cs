using System.Text;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Collects the characters of one word, and whether they stand in the script side by side.</summary>
internal sealed class WordBuilder(int start)
{
    private readonly StringBuilder _text = new();
    private int _first = -1;
    private int _last = -1;
    private bool _isExact = true;

    public bool IsQuoted { get; set; }

    public char Last => _text.Length == 0 ? '\0' : _text[_text.Length - 1];

    public void Append(char c, int offset)
    {
        _isExact &= _first < 0 || offset == _last + 1;
        _first = _first < 0 ? offset : _first;
        _last = offset;
        _text.Append(c);
    }

    /// <summary>Something whose value only running the script would tell: it stands as <c>$</c>.</summary>
    public void AppendUnknown(int offset)
    {
        Append('$', offset);
        _isExact = false;
    }

    public ShellWord Build(int end)
    {
        var text = _text.ToString();
        var isExact = _isExact && _first >= 0;
        return isExact ? new ShellWord(text, _first, text.Length, true, IsQuoted) : new ShellWord(text, start, end - start, false, IsQuoted);
    }
}
