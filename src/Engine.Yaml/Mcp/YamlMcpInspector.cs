using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Mcp;
using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Mcp;

/// <summary>
/// MCP servers in YAML: under <c>mcpServers</c>, <c>mcp_servers</c> or <c>context_servers</c>, as a mapping of names or a list, and
/// <c>extensions</c> that name a transport of the protocol as their type.
/// </summary>
public sealed class YamlMcpInspector : YamlInspector
{
    private static readonly string[] Lists = ["mcpServers", "mcp_servers", "context_servers"];

    private static readonly string[] Transports = ["stdio", "sse", "streamable_http", "streamable-http", "streamableHttp"];

    private static readonly string[] Commands = ["command", "cmd"];

    private static readonly string[] Variables = ["env", "envs", "environment"];

    public override bool Reads(InputFile file) => file.IsYaml();

    // Most YAML has none of it, and is not parsed for this.
    protected override SourceFile? Prepare(SourceFile text) =>
        Lists.Any(text.Text.Contains) || (text.Text.Contains("extensions:") && Transports.Any(t => text.Text.Contains("type: " + t))) ? text : null;

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        foreach (var entry in document.SelfAndDescendants().SelectMany(node => node.Members))
        {
            var isExtensions = entry.Key.Value == "extensions";
            foreach (var (name, server) in isExtensions || Lists.Contains(entry.Key.Value) ? Servers(entry.Value) : [])
            {
                var settings = server["config"] ?? server["transport"] ?? server;
                if (!isExtensions || Transports.Contains(settings.Scalar("type")?.Value))
                {
                    Report(settings, server, name, context);
                }
            }
        }
    }

    private static IEnumerable<(YamlScalar? Name, YamlNode Server)> Servers(YamlNode list) =>
        list.Members.Select(m => ((YamlScalar?)m.Key, m.Value)).Concat((list as YamlSequence)?.Values.Select(v => (v.Scalar("name"), v)) ?? []).Where(s => s.Item2 is YamlMapping);

    private static void Report(YamlNode settings, YamlNode server, YamlScalar? name, InspectionContext context)
    {
        var words = Commands.SelectMany(key => Strings(settings[key])).Concat(Strings(settings["args"])).ToList();
        var urls = McpKeys.Urls.SelectMany(key => Strings(settings[key])).ToList();
        if (words.Count + urls.Count == 0)
        {
            return;
        }

        var isOff = IsFalse(server["enabled"]) || IsFalse(settings["enabled"]) || server.Scalar("disabled")?.Value == "true";
        McpServers.Report(new McpServer(name is null ? new Placed<string>("", server.Location) : Place(name), words, urls) { IsOn = !isOff }, context);
        var scan = new SettingScan(context);
        foreach (var variable in Variables.SelectMany(key => settings[key]?.Members ?? []))
        {
            scan.Name(variable.Key.Value, variable.Key.Location);
            if (variable.Value is YamlScalar value)
            {
                scan.Value(variable.Key.Value, value.Value, value.Text.At);
            }
        }
    }

    private static bool IsFalse(YamlNode? node) => (node as YamlScalar)?.Value == "false";

    private static IEnumerable<Placed<string>> Strings(YamlNode? node) => node?.Items.OfType<YamlScalar>().Select(Place) ?? [];

    private static Placed<string> Place(YamlScalar text) => new(text.Value, text.Location);
}
