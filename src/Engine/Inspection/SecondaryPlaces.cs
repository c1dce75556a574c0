using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>
/// Places whose files explain something or come from elsewhere: documentation folders, and what <c>.gitattributes</c> calls vendored, generated
/// or documentation. Instructions there are a mention only. Packages and everything configured or installed counts as everywhere else.
/// </summary>
public sealed class SecondaryPlaces(IEnumerable<InputFile> files)
{
    private static readonly string[] Folders = ["docs", "doc", "vendor", "third_party", "third-party", "node_modules"];

    private static readonly string[] Attributes = ["linguist-vendored", "linguist-generated", "linguist-documentation"];

    private readonly Lazy<GitAttributes> _attributes = new(() => new GitAttributes(files));

    /// <summary>The evidence with the strength that its place leaves it.</summary>
    public Evidence Weigh(Evidence evidence) =>
        evidence.Strength == Strength.Instructions && !evidence.IsHiddenText && Holds(evidence.Location.Path)
            ? evidence with { Strength = Strength.Mention }
            : evidence;

    private bool Holds(string path)
    {
        // What stands at the root, or in a tool's own folder there, is obeyed in the whole repository, whatever it is called.
        var isForAll = path.IndexOf('/') < 0 || path[0] == '.';
        return !isForAll
            && (path.Split('/').Reverse().Skip(1).Any(folder => Folders.Contains(folder)) || Array.Exists(Attributes, a => _attributes.Value.IsSet(path, a)));
    }
}
