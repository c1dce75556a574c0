namespace AiToolPolicy.Analyzers;

/// <summary>What a look at nothing but a file's text says of a piece of it, so that no token need be found for what does not matter.</summary>
internal interface ITextLook
{
    /// <summary>Whether the token of a word is wanted that is one of those looked for. The word may stand in text that is no code.</summary>
    bool IsWordWanted(string text, int start, int length);

    /// <summary>Whether the token of a string literal, or of the fixed text in one, is wanted.</summary>
    /// <param name="value">What it means; null for what an interpolated string may come to as a whole, which its text does not tell.</param>
    bool IsLiteralWanted(string? value);
}
