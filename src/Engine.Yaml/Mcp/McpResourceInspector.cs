using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Mcp;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml.Containers;

namespace AiToolPolicy.Engine.Yaml.Mcp;

/// <summary>MCP servers that an operator runs in a cluster: resources of a kind such as <c>MCPServer</c>, with an image, a command or an address.</summary>
public sealed class McpResourceInspector : YamlInspector
{
    private const string Kind = "McpServer";

    private static readonly string[] Addresses = [.. McpKeys.Urls, "remoteURL", "remoteUrl"];

    public override bool Reads(InputFile file) => file.IsYaml() && !file.IsIn(".github");

    // Several operators have such a kind, each in a group of its own and with a name before it or not.
    /// <summary>What describes the server in such a resource: where there is an image, the arguments are its own. Null in all other documents.</summary>
    public static YamlNode? ServerIn(YamlNode document) =>
        document["apiVersion"] is not null && document.Scalar("kind") is { } kind && kind.Value.EndsWith(Kind, StringComparison.OrdinalIgnoreCase) && document["spec"] is { } spec
            ? spec["deployment"] ?? spec
            : null;

    protected override SourceFile? Prepare(SourceFile text) =>
        text.HasLine("apiVersion:") && text.Text.IndexOf(Kind, StringComparison.OrdinalIgnoreCase) >= 0 ? HelmTemplate.Blank(text) : null;

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        if (ServerIn(document) is not { } container)
        {
            return;
        }

        var images = Strings(container["image"]).ToList();
        var command = Strings(container["cmd"] ?? container["command"]).ToList();
        var words = command.Count == 0 ? command : [.. command, .. Strings(container["args"])];
        var urls = Addresses.SelectMany(key => Strings(document["spec"]?[key])).ToList();
        if (images.Count + words.Count + urls.Count > 0)
        {
            McpServers.Report(new McpServer(NameOf(document), words, urls) { Images = images }, context);
        }
    }

    private static Placed<string> NameOf(YamlNode document) =>
        document["metadata"]?.Scalar("name") is { } name && IsWritten(name) ? Place(name) : new Placed<string>("", document.Location);

    private static IEnumerable<Placed<string>> Strings(YamlNode? node) =>
        (node is YamlScalar one ? [one] : node?.Items.OfType<YamlScalar>() ?? []).Where(IsWritten).Select(Place);

    // What a chart fills in is nobody's name.
    private static bool IsWritten(YamlScalar text) => text.Value.IndexOf("$$", StringComparison.Ordinal) < 0;

    private static Placed<string> Place(YamlScalar text) => new(text.Value, text.Location);
}
