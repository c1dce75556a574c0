using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>One entry of <c>extends</c> as written: a relative path, or a scheme and what it understands, such as <c>package:Id@range</c>.</summary>
/// <param name="Trust">The entry's <c>trust</c> block as written; null where the entry is a mere string or has none.</param>
public sealed record LayerReference(string Text, Location Location, JsonObject? Trust = null)
{
    // One letter before a colon is a drive.
    private const int ShortestScheme = 2;

    /// <summary>What stands before the colon, in lower case; null for a path.</summary>
    public string? Scheme
    {
        get
        {
            var colon = Text.IndexOf(':');
            return colon >= ShortestScheme && Text.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.')
                ? Text.Substring(0, colon).ToLowerInvariant()
                : null;
        }
    }
}
