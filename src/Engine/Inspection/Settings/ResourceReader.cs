using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// The resources and modules that a file of a configuration language declares: <c>resource x 'Provider/type@version' = {</c>,
/// <c>resource "type" "name" {</c>, <c>module "name" { source = "…" }</c>. It follows the words that <paramref name="literals"/> gives.
/// </summary>
internal sealed class ResourceReader(SourceFile file, LiteralScanner literals)
{
    private const int LongestWord = 8;

    private const int LongestHead = 300;

    private readonly Stack<(ResourceDeclaration Declaration, int Depth, string Name)> _open = new();
    private readonly List<ResourceDeclaration> _all = [];
    private readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal);
    private readonly List<(ResourceDeclaration Declaration, string Name)> _references = [];

    /// <summary>Takes what the scanner has just given.</summary>
    public void Take(bool isLiteral, int start, int length, string name)
    {
        if (!isLiteral)
        {
            TakeName(file.Text.Substring(start, length));
        }
        else if (Head(start) is { } keyword)
        {
            Open(keyword, start, length);
        }
        else
        {
            TakeValue(start, length, name);
        }
    }

    /// <summary>All declarations, with the kinds that stand in the file's own variables.</summary>
    public IReadOnlyList<ResourceDeclaration> Declarations()
    {
        foreach (var (declaration, name) in _references)
        {
            if (_defaults.TryGetValue(name, out var value))
            {
                declaration.Kinds.Add(value);
            }
        }

        return _all;
    }

    // The word that begins the line, where nothing but a name stands between it and the literal.
    private string? Head(int start) =>
        FirstWord() is "resource" or "module" or "data" or "variable" && BeforeLiteral(start).All(IsNamePart) ? FirstWord() : null;

    private void Open(string keyword, int start, int length)
    {
        Close(literals.Depth);
        var text = file.Text.Substring(start, length);
        var declaration = new ResourceDeclaration(keyword == "module" ? "Module" : "Resource");
        var isNamed = file.Text[start - 1] == '"' && keyword is "module" or "variable";
        if (!isNamed)
        {
            var parent = _open.Count > 0 ? _open.Peek().Declaration.Type : "";
            var isChild = text.IndexOf('/') < 0 && parent.IndexOf('/') > 0 && parent.Length <= LongestHead;
            Place(declaration, isChild ? $"{parent}/{text}" : text, start, length);
        }

        _open.Push((declaration, literals.Depth, text));
        _all.Add(declaration);
    }

    private void TakeName(string name)
    {
        if (Current() is not { } declaration || Array.IndexOf(ResourceDeclaration.KindNames, name) < 0)
        {
            return;
        }

        declaration.SaysKind |= name == ResourceDeclaration.KindNames[0];
        var end = literals.Position;
        while (end < file.Text.Length && (file.Text[end] is ' ' or '.' || IsNamePart(file.Text[end])))
        {
            end++;
        }

        _references.Add((declaration, Between(literals.Position, end)));
    }

    private void TakeValue(int start, int length, string name)
    {
        var text = file.Text.Substring(start, length);
        if (Current() is not { } declaration)
        {
            TakeDefault(text, start);
        }
        else if (Array.IndexOf(ResourceDeclaration.KindNames, name) >= 0)
        {
            declaration.Kinds.Add(text);
        }
        else if (name == "default" && declaration.Type.Length == 0)
        {
            _defaults["var." + _open.Peek().Name] = text;
        }
        else if ((name == "source" && declaration.Type.Length == 0) || (name == "type" && text.IndexOf('@') > 0 && declaration.Type.IndexOf('/') < 0))
        {
            // A provider of many types is told which one it is.
            Place(declaration, text, start, length);
        }
    }

    // "param kind string = 'X'", "var kind = 'X'".
    private void TakeDefault(string text, int start)
    {
        if (FirstWord() is "param" or "var" && literals.Depth == 0)
        {
            var words = BeforeLiteral(start).Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            _defaults[words.FirstOrDefault() ?? ""] = text;
        }
    }

    private ResourceDeclaration? Current()
    {
        while (_open.Count > 0 && literals.Depth <= _open.Peek().Depth && !IsBodyAhead())
        {
            _open.Pop();
        }

        return _open.Count > 0 ? _open.Peek().Declaration : null;
    }

    // Between the head and the brace stand conditions and loops, on the same line.
    private bool IsBodyAhead() => FirstWord() is "resource" or "module" or "data";

    private void Close(int depth)
    {
        while (_open.Count > 0 && depth <= _open.Peek().Depth)
        {
            _open.Pop();
        }
    }

    // What stands there is a word of the language or is none of our business, however long it is.
    private string FirstWord() => literals.FirstWord is var (first, length) && length <= LongestWord ? file.Text.Substring(first, length) : "";

    // A list on the same line may be long; its literals declare nothing.
    private string BeforeLiteral(int start) =>
        literals.FirstWord is var (first, length) && start - first <= LongestHead ? Between(first + length, start - 1) : "=";

    private void Place(ResourceDeclaration declaration, string reference, int start, int length)
    {
        declaration.Type = ResourceDeclaration.WithoutVersion(reference);
        declaration.Location = file.At(start, length);
    }

    private string Between(int start, int end) => end > start ? file.Text.Substring(start, end - start).Trim() : "";

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
