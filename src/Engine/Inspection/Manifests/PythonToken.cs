namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>A name, a string or a sign of a Python program.</summary>
/// <param name="Kind">What it is; a sign stands for itself, and so does the end of a statement's line.</param>
/// <param name="Offset">Where the text begins, of a string behind its quotes.</param>
/// <param name="Depth">How many brackets are open around it.</param>
internal sealed record PythonToken(char Kind, int Offset, string Text, int Depth)
{
    public const char Name = 'n';

    public const char Literal = 's';

    /// <summary>A string with places that the program fills.</summary>
    public const char Template = 'f';

    public const char LineEnd = '\n';
}
