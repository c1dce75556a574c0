using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>Tells whose an MCP server is: by its name, by the package, image or program that it starts, by the hosts that it is reached at.</summary>
public static class McpServers
{
    /// <summary>Records each tool that the server shows, or that no catalog knows it.</summary>
    public static void Report(McpServer server, InspectionContext context)
    {
        var shown = Shown(server).ToList();
        var named = new Launched(SignatureKind.McpServer, server.Name.Value, null, server.Name.Location);
        var all = shown.Prepend(named).SelectMany(sign => sign.Identities).ToList();
        var isKnown = false;
        foreach (var sign in shown.Prepend(named))
        {
            foreach (var signature in Signatures(sign, context.Catalog).Where(s => !s.IsSuspect))
            {
                isKnown |= !signature.NeedsSecondSign;
                context.Add(EvidenceOf(signature, server, sign) with { Server = all });
            }
        }

        if (!isKnown)
        {
            var sign = shown.Find(s => s.Kind != SignatureKind.Command) ?? shown.FirstOrDefault() ?? named;
            context.Add(EvidenceOf(Signature.OfUnknown(SignatureKind.McpServer, server.Name.Value), server, sign) with { Server = all });
        }
    }

    private static IReadOnlyList<Signature> Signatures(Launched sign, ToolCatalog catalog) =>
        sign.Kind == SignatureKind.Host && HostNames.In(sign.Id).FirstOrDefault() is { } host ? host.In(catalog) : catalog.Find(sign.Kind, sign.Id, sign.Version);

    private static IEnumerable<Launched> Shown(McpServer server)
    {
        var hosts = server.Urls.Concat(server.Words.Skip(1).Where(w => w.Value.IndexOf("://", StringComparison.Ordinal) > 0));
        var images = server.Images.Select(i => new Launched(SignatureKind.DockerImage, ImageReference.Name(i.Value), ImageReference.Tag(i.Value), i.Location));
        return LaunchReader.Read(server.Words).Concat(images).Concat(hosts.SelectMany(url =>
            HostNames.In(url.Value).Take(1).Select(h => new Launched(SignatureKind.Host, h.Name + h.Port + h.Path, null, url.Location))));
    }

    private static Evidence EvidenceOf(Signature signature, McpServer server, Launched sign)
    {
        // A path within an address may hold a secret: only the host is shown.
        var seen = sign.Kind == SignatureKind.Host ? HostNames.In(sign.Id).First().Name : sign.Id;
        var how = sign.Kind == SignatureKind.McpServer ? "" : $" ({(sign with { Id = seen }).Noun})";
        return new Evidence(
            signature,
            Surface.McpServer,
            server.IsOn ? Strength.Configured : Strength.Mention,
            $"MCP server '{PlainText.Safe(server.Name.Value)}'{how}",
            seen,
            sign.Location)
        {
            Version = sign.Version is null ? null : PlainText.Safe(sign.Version, 50),
            Origin = server.IsOn ? null : "switched off",
        };
    }
}
