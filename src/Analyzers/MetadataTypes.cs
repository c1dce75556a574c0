using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// What an assembly lets others name, read from the tables of its metadata: the compiler makes a symbol of each type that it is asked for, which
/// for the thousands of types of a large package takes longer than all the rest.
/// </summary>
internal sealed class MetadataTypes(MetadataReader reader, bool seesInternals)
{
    /// <returns>Null where the reference is no file, or one that cannot be read this way.</returns>
    public static IReadOnlyList<ApiType>? In(MetadataReference reference, bool seesInternals)
    {
        try
        {
            return reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly
                ? [.. assembly.GetModules().SelectMany(module => new MetadataTypes(module.GetMetadataReader(), seesInternals).Read())]
                : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException)
        {
            return null;
        }
    }

    // A type stands behind the one that it is nested in (ECMA-335, II.22.37). One that does not is left out, however deep its nesting claims to be.
    private List<ApiType> Read()
    {
        var types = new List<ApiType>();
        var visible = new ApiType?[reader.TypeDefinitions.Count + 1];
        var isOpen = new bool[visible.Length];
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var around = type.GetDeclaringType() is { IsNil: false } declaring ? MetadataTokens.GetRowNumber(declaring) : 0;
            if (IsVisible(type) && (around == 0 || visible[around] is not null))
            {
                var row = MetadataTokens.GetRowNumber(handle);
                isOpen[row] = (type.Attributes & TypeAttributes.Sealed) == 0;
                visible[row] = new ApiType(
                    visible[around]?.Namespace ?? reader.GetString(type.Namespace), WithoutArity(reader.GetString(type.Name)), around > 0, isOpen[around], () => MembersOf(type));
                types.Add(visible[row]!);
            }
        }

        return types;
    }

    private bool IsVisible(TypeDefinition type) => seesInternals
        || (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    private List<string> MembersOf(TypeDefinition type)
    {
        var names = new List<string>();
        foreach (var handle in type.GetFields())
        {
            var field = reader.GetFieldDefinition(handle);
            AddIf(IsVisible((int)field.Attributes), field.Name);
        }

        foreach (var handle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            AddIf(IsVisible((int)method.Attributes), method.Name);
        }

        foreach (var handle in type.GetProperties())
        {
            var property = reader.GetPropertyDefinition(handle);
            AddIf(IsVisible(property.GetAccessors().Getter) || IsVisible(property.GetAccessors().Setter), property.Name);
        }

        foreach (var handle in type.GetEvents())
        {
            var subscribed = reader.GetEventDefinition(handle);
            AddIf(IsVisible(subscribed.GetAccessors().Adder), subscribed.Name);
        }

        return names;

        void AddIf(bool isVisible, StringHandle name)
        {
            if (isVisible)
            {
                names.Add(reader.GetString(name));
            }
        }
    }

    private bool IsVisible(MethodDefinitionHandle accessor) => !accessor.IsNil && IsVisible((int)reader.GetMethodDefinition(accessor).Attributes);

    // Fields and methods have the same mask and the same values.
    private bool IsVisible(int attributes) => seesInternals
        || (MethodAttributes)(attributes & (int)MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string WithoutArity(string name) => name.IndexOf('`') is var mark and > 0 ? name.Substring(0, mark) : name;
}
