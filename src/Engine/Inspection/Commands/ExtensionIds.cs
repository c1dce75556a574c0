using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The ids of editor extensions in a list that a script or a configuration language writes out, one after the other.</summary>
internal static class ExtensionIds
{
    /// <summary>What stands in such a list behind its opening bracket, as a pattern: strings, comments, bare words. It never fails, so that no text is read twice.</summary>
    public const string Items = """(?<items>(?:"[^"\n]*"|'[^'\n]*'|\#[^\n]*|[^()\[\]"'\#])*)""";

    // A comment is taken whole, so that what it names is no item.
    private static readonly Regex Item = new(@"\#[^\n]*|(?<![\w.@-])(?<id>\w[\w-]*\.\w[\w.-]*(?:@[\w.-]+)?)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Each id, with its version behind an <c>@</c> if it has one, and where it begins in the text that the list was found in.</summary>
    public static IEnumerable<(string Id, int Offset)> In(Group items) =>
        Item.Matches(items.Value).Cast<Match>().Select(m => m.Groups["id"]).Where(id => id.Success).Select(id => (id.Value, items.Index + id.Index));
}
