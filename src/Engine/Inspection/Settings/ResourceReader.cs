using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// The resources and modules that a file of a configuration language declares: <c>resource x 'Provider/type@version' = {</c>,
/// <c>resource "type" "name" {</c>, <c>module "name" { source = "…" }</c>. It follows the words that <paramref name="literals"/> gives.
/// </summary>
internal sealed class ResourceReader(SourceFile file, LiteralScanner literals)
{
    private readonly LineHead _head = new(file.Text, literals);
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
        _head.Word() is "resource" or "module" or "data" or "variable" && _head.Before(start)?.All(LineHead.IsNamePart) == true ? _head.Word() : null;

    private void Open(string keyword, int start, int length)
    {
        Close(literals.Depth);
        var text = file.Text.Substring(start, length);
        var declaration = new ResourceDeclaration(keyword == "module" ? "Module" : "Resource");
        var isNamed = file.Text[start - 1] == '"' && keyword is "module" or "variable";
        if (!isNamed)
        {
            var parent = _open.Count > 0 ? _open.Peek().Declaration.Type : "";
            var isChild = text.IndexOf('/') < 0 && parent.IndexOf('/') > 0 && parent.Length <= LineHead.Longest;
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
        _references.Add((declaration, _head.NameAhead()));
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
        if (_head.Word() is "param" or "var" && literals.Depth == 0)
        {
            var words = _head.Before(start)?.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            _defaults[words?.FirstOrDefault() ?? ""] = text;
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
    private bool IsBodyAhead() => _head.Word() is "resource" or "module" or "data";

    private void Close(int depth)
    {
        while (_open.Count > 0 && depth <= _open.Peek().Depth)
        {
            _open.Pop();
        }
    }

    private void Place(ResourceDeclaration declaration, string reference, int start, int length)
    {
        declaration.Type = ResourceDeclaration.WithoutVersion(reference);
        declaration.Location = file.At(start, length);
    }
}
