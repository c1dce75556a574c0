using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>
/// Places whose files explain something or come from elsewhere: documentation folders, and what <c>.gitattributes</c> calls vendored, generated
/// or documentation. What is written there is a mention only. A project counts in full wherever it stands, with its packages and assemblies:
/// whoever builds it gets them.
/// </summary>
public sealed class SecondaryPlaces(IEnumerable<InputFile> files)
{
    private const string Generated = "linguist-generated";

    private static readonly string[] Folders = ["docs", "doc", "vendor", "third_party", "third-party", "node_modules"];

    private static readonly string[] Attributes = ["linguist-vendored", "linguist-documentation", Generated];

    private static readonly Surface[] Lowered = [Surface.Manifest, Surface.Pipeline, Surface.Extension, Surface.AgentFile, Surface.McpServer, Surface.Setting];

    private readonly Lazy<GitAttributes> _attributes = new(() => new GitAttributes(files));

    /// <summary>The evidence with the strength that its place leaves it.</summary>
    public Evidence Weigh(Evidence evidence) =>
        evidence.Strength > Strength.Mention && !evidence.IsHiddenText && Array.IndexOf(Lowered, evidence.Surface) >= 0 && Holds(evidence)
            ? evidence with { Strength = Strength.Mention }
            : evidence;

    private bool Holds(Evidence evidence)
    {
        // What stands at the root, or in a tool's own folder there, is obeyed in the whole repository, whatever it is called.
        var path = evidence.Location.Path;
        var isForAll = path.IndexOf('/') < 0 || path[0] == '.';
        return !isForAll && (path.Split('/').Reverse().Skip(1).Any(folder => Folders.Contains(folder)) || Array.Exists(Attributes, a => Says(a, evidence)));
    }

    // A lock file is always generated, and installed all the same.
    private bool Says(string attribute, Evidence evidence) =>
        !(attribute == Generated && evidence.LockOf is not null) && _attributes.Value.IsSet(evidence.Location.Path, attribute);
}
