using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Passes over names in bodies of code that use no restricted member of that name, as their operations tell all at once: most names that a
/// restricted member could have are of other members, and to ask the compiler about each costs more than to go through the body.
/// </summary>
internal sealed class BodyMembers(Bodies bodies, SyntaxTree file) : ITextLook
{
    private IReadOnlyList<BodyUses>? _known;

    // The first that does not end before the name that was asked for last: names are asked for in their order.
    private int _next;

    // That of the name before: most follow each other in one body.
    private BodyUses? _body;

    public bool IsWordWanted(string text, int start, int length)
    {
        MoveTo(start);
        return !RulesOut(text, start, length, start);
    }

    public bool IsLiteralWanted(string? value) => false;

    /// <summary>Whether a name is known to be of no restricted member.</summary>
    public bool RulesOut(SyntaxToken name) => RulesOut(name.ValueText, 0, name.ValueText.Length, name.SpanStart);

    /// <summary>Reads the body that an operation belongs to, and forgets the one before.</summary>
    public void Read(IOperation operation) => _body = bodies.Around(operation);

    private void MoveTo(int position)
    {
        _known ??= bodies.ReadIn(file);
        while (_next < _known.Count && _known[_next].Span.End <= position)
        {
            _next++;
        }

        if (_next < _known.Count && _known[_next].Span.Contains(position))
        {
            _body = _known[_next];
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private bool RulesOut(string text, int start, int length, int position) =>
        _body is { } body && body.Span.Contains(position) && !IsUsed(body, text, start, length) && !IsUnclear(body, position);

    // In Visual Basic a name may be written in any case.
    private static bool IsUsed(BodyUses body, string text, int start, int length)
    {
        foreach (var name in body.Names)
        {
            if (name.Length == length && string.Compare(text, start, name, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnclear(BodyUses body, int position)
    {
        foreach (var span in body.Unclear)
        {
            if (span.Contains(position))
            {
                return true;
            }
        }

        return false;
    }
}
