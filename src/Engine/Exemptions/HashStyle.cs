namespace AiToolPolicy.Engine.Exemptions;

/// <summary>What tells a comment from other text in a format whose comments begin with a hash.</summary>
internal sealed record HashStyle
{
    /// <summary>Only a line that begins with a hash is a comment.</summary>
    public static HashStyle Lines { get; } = new();

    public static HashStyle Dockerfile { get; } = new() { HasHereDocuments = true };

    public static HashStyle Shell { get; } = new() { HasHereDocuments = true, HasQuotes = true, MayFollow = true, QuotesSpanLines = true };

    public static HashStyle Toml { get; } = new() { HasQuotes = true, MayFollow = true, HasTripleQuotes = true };

    public static HashStyle Yaml { get; } = new() { HasQuotes = true, MayFollow = true, QuotesSpanLines = true, QuotesBeginValues = true, HasBlockScalars = true };

    /// <summary>A comment may follow something else on its line, behind a blank.</summary>
    public bool MayFollow { get; init; }

    public bool HasQuotes { get; init; }

    public bool QuotesSpanLines { get; init; }

    public bool HasTripleQuotes { get; init; }

    /// <summary>An apostrophe inside a word opens no string.</summary>
    public bool QuotesBeginValues { get; init; }

    /// <summary>Lines up to a word of their own are text.</summary>
    public bool HasHereDocuments { get; init; }

    /// <summary>Lines that are indented below <c>key: |</c> are text.</summary>
    public bool HasBlockScalars { get; init; }
}
