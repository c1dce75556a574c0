namespace AiToolPolicy.Analyzers;

/// <summary>Passes over no name that is looked for, and over every literal.</summary>
internal sealed class EveryName : ITextLook
{
    private EveryName()
    {
    }

    public static ITextLook Look { get; } = new EveryName();

    public bool IsWordWanted(string text, int start, int length) => true;

    public bool IsLiteralWanted(string? value) => false;
}
