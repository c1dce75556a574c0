using AiToolPolicy.Engine.Inspection.Source;

namespace AiToolPolicy.Analyzers;

/// <summary>What the text of a file tells before the compiler is asked: whether it may name something restricted at all, and which literals hold nothing.</summary>
internal sealed class FirstLook(LiteralReader literals, RestrictedSymbols symbols) : ITextLook
{
    /// <summary>The parts of the names of restricted namespaces that the file has. A comment may have them, too: then names are looked at in vain.</summary>
    public HashSet<string> Leading { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it has the name of a nested restricted type that a class may have inherited.</summary>
    public bool MayInherit { get; private set; }

    /// <summary>True for the names that code must spell out to start or load something: all others are only taken notice of.</summary>
    public bool IsWordWanted(string text, int start, int length)
    {
        if (symbols.Leading.Contains(text, start, length))
        {
            Leading.Add(text.Substring(start, length));
        }

        MayInherit = MayInherit || symbols.Inheritable.Contains(text, start, length);
        return StartUses.Names.Contains(text, start, length);
    }

    public bool IsLiteralWanted(string? value) => value is null || literals.Read(value).Count > 0;
}
