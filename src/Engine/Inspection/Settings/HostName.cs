using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>A host name in a text.</summary>
/// <param name="Port">With its colon; empty when none is written.</param>
/// <param name="Path">With its slash, without query; empty when none is written.</param>
/// <param name="Start">0-based offset of the name in the text.</param>
public sealed record HostName(string Name, string Port, string Path, int Start)
{
    internal int End => Start + Name.Length + Port.Length + Path.Length;

    /// <summary>Whose host it is: by its path where that tells tools apart, else by its port, else by its name.</summary>
    public IReadOnlyList<Signature> In(ToolCatalog catalog)
    {
        var byPath = Path.Length > 1 ? catalog.Find(SignatureKind.Host, Name + Path, null) : [];
        var byPort = byPath.Count == 0 && Port.Length > 0 ? catalog.Find(SignatureKind.Host, Name + Port, null) : byPath;
        return byPort.Count > 0 ? byPort : catalog.Find(SignatureKind.Host, Name, null);
    }
}
