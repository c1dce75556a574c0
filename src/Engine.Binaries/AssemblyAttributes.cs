using System.Reflection.Metadata;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>The attributes of an assembly that say who made it.</summary>
internal sealed class AssemblyAttributes
{
    private const string Space = "System.Reflection";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? Company => Value("AssemblyCompanyAttribute");

    public string? Product => Value("AssemblyProductAttribute");

    public string? Title => Value("AssemblyTitleAttribute");

    public string? InformationalVersion => Value("AssemblyInformationalVersionAttribute");

    public string? RepositoryUrl { get; private set; }

    public static AssemblyAttributes Read(MetadataReader metadata)
    {
        var result = new AssemblyAttributes();
        if (!metadata.IsAssembly)
        {
            return result;
        }

        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeName(metadata, attribute.Constructor) is { } name)
            {
                result.Take(name, metadata.GetBlobReader(attribute.Value));
            }
        }

        return result;
    }

    private string? Value(string attribute) => _values.TryGetValue(attribute, out var value) && value.Length > 0 ? value : null;

    // ECMA-335, II.23.3: a prolog of two bytes, then the arguments. Of the wanted attributes each takes strings and nothing else.
    private void Take(string name, BlobReader value)
    {
        if (!name.StartsWith("Assembly", StringComparison.Ordinal) || value.Length < 4 || value.ReadUInt16() != 1)
        {
            return;
        }

        if (name is "AssemblyCompanyAttribute" or "AssemblyProductAttribute" or "AssemblyTitleAttribute" or "AssemblyInformationalVersionAttribute")
        {
            _values[name] = value.ReadSerializedString() ?? "";
        }
        else if (name == "AssemblyMetadataAttribute" && value.ReadSerializedString() == "RepositoryUrl")
        {
            RepositoryUrl = value.ReadSerializedString();
        }
    }

    // Null for an attribute that is none of the platform's, or a generic one.
    private static string? TypeName(MetadataReader metadata, EntityHandle constructor)
    {
        var (space, name) = constructor.Kind switch
        {
            HandleKind.MemberReference => Referenced(metadata, metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent),
            HandleKind.MethodDefinition => Defined(metadata, metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()),
            _ => default,
        };
        return !name.IsNil && metadata.StringComparer.Equals(space, Space) ? metadata.GetString(name) : null;
    }

    private static (StringHandle Space, StringHandle Name) Referenced(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeReference)
        {
            return default;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return (type.Namespace, type.Name);
    }

    // The platform's own library defines what it uses.
    private static (StringHandle Space, StringHandle Name) Defined(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return (type.Namespace, type.Name);
    }
}
