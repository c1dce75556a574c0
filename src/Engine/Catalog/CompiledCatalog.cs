using System.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>The catalog in the compact form in which it is embedded, so that a host starts without parsing JSON. Written when the engine is built.</summary>
public static class CompiledCatalog
{
    private const string ResourceName = "AiToolPolicy.Catalog.bin";

    private static readonly Lazy<ToolCatalog> Lazily = new(() =>
    {
        using var stream = Open();
        return new ToolCatalog(Read(stream));
    });

    private static readonly Lazy<string> LazyDigest = new(() =>
    {
        using var stream = Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Text.Digest.Of(bytes.ToArray());
    });

    /// <summary>The catalog that ships with the product.</summary>
    public static ToolCatalog Embedded => Lazily.Value;

    /// <summary>The digest of <see cref="Embedded"/>: two builds with the same one know the same tools.</summary>
    public static string Digest => LazyDigest.Value;

    public static void Write(Stream stream, CatalogData data)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(data.Vendors.Count);
        foreach (var vendor in data.Vendors)
        {
            WriteTexts(writer, vendor.Id, vendor.Name, vendor.Jurisdiction, vendor.Parent);
        }

        var tools = data.Tools.ToList();
        var vendors = data.Vendors.ToList();
        writer.Write(tools.Count);
        foreach (var tool in tools)
        {
            writer.Write(vendors.FindIndex(v => v.Id == tool.Vendor.Id));
            WriteTexts(writer, tool.Id, tool.Name, tool.Category, tool.ModelVendor, tool.Homepage);
        }

        writer.Write(data.Signatures.Count);
        foreach (var signature in data.Signatures)
        {
            WriteSignature(writer, signature, signature.Tool is null ? -1 : tools.IndexOf(signature.Tool));
        }
    }

    public static CatalogData Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var vendors = new Vendor[reader.ReadInt32()];
        for (var i = 0; i < vendors.Length; i++)
        {
            vendors[i] = new Vendor(reader.ReadString(), reader.ReadString(), ReadText(reader), ReadText(reader));
        }

        var tools = new Tool[reader.ReadInt32()];
        for (var i = 0; i < tools.Length; i++)
        {
            var vendor = vendors[reader.ReadInt32()];
            tools[i] = new Tool(reader.ReadString(), reader.ReadString(), vendor, reader.ReadString(), ReadText(reader), ReadText(reader));
        }

        var signatures = new Signature[reader.ReadInt32()];
        for (var i = 0; i < signatures.Length; i++)
        {
            signatures[i] = ReadSignature(reader, tools);
        }

        return new CatalogData(vendors, tools, signatures);
    }

    private static Stream Open() => typeof(CompiledCatalog).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The engine was built without its catalog ({ResourceName}).");

    private static void WriteSignature(BinaryWriter writer, Signature signature, int tool)
    {
        writer.Write((byte)signature.Kind);
        writer.Write((byte)signature.Match);
        writer.Write((byte)signature.Confidence);
        writer.Write(signature.NeedsSecondSign);
        writer.Write(tool);
        WriteTexts(writer, signature.Value, signature.Versions, signature.Role, signature.Framework, signature.ModelVendor, signature.AloneInVersions);
    }

    private static Signature ReadSignature(BinaryReader reader, Tool[] tools)
    {
        var kind = (SignatureKind)reader.ReadByte();
        var match = (SignatureMatch)reader.ReadByte();
        var confidence = (Confidence)reader.ReadByte();
        var needsSecondSign = reader.ReadBoolean();
        var tool = reader.ReadInt32();
        return new Signature(kind, reader.ReadString(), match, confidence, tool < 0 ? null : tools[tool])
        {
            NeedsSecondSign = needsSecondSign,
            Versions = ReadText(reader),
            Role = ReadText(reader),
            Framework = ReadText(reader),
            ModelVendor = ReadText(reader),
            AloneInVersions = ReadText(reader),
        };
    }

    private static void WriteTexts(BinaryWriter writer, params string?[] texts)
    {
        foreach (var text in texts)
        {
            writer.Write(text ?? "");
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;
}
