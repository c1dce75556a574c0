using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The places where a file starts a process, or loads an assembly or type by a name that is only text. Found by the few names that such code must
/// spell out, and only then understood.
/// </summary>
internal sealed class StartUses(ToolCatalog catalog, StartedCommands commands, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The names of which such code has one.</summary>
    public static WordSet Names { get; } = new(
        [
            "Start", "ProcessStartInfo", "FileName", "Arguments",
            "Load", "LoadFrom", "LoadFile", "UnsafeLoadFrom", "LoadWithPartialName", "LoadFromAssemblyName", "LoadFromAssemblyPath",
            "GetType", "CreateInstance", "CreateInstanceFrom", "DllImport", "LibraryImport", "DllImportAttribute", "LibraryImportAttribute",
        ],
        isCaseSensitive: false);

    private readonly HashSet<TextSpan> _read = [];

    public void Collect(SyntaxToken name, List<SourceUse> uses)
    {
        if (Root(name) is not { } root || !_read.Add(root.Syntax.Span))
        {
            return;
        }

        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            var signs = operation switch
            {
                IInvocationOperation call when Is(call.TargetMethod.ContainingType, "System.Diagnostics.Process") => Started(call.Arguments),
                IObjectCreationOperation { Constructor: { } constructor } made when Is(made.Type, "System.Diagnostics.ProcessStartInfo") => Started(made),
                IObjectCreationOperation made when IsImport(made.Type) => Loaded(made.Arguments),
                ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } set => Assigned(set),
                IInvocationOperation call when IsLoader(call.TargetMethod) => Loaded(call.Arguments),
                _ => [],
            };
            uses.AddRange(signs.Select(sign => new SourceUse(sign.Signature, sign.What, sign.Seen, null, operation.Syntax.GetLocation())));
        }
    }

    /// <summary>A library that a declaration names.</summary>
    public void CollectLibrary(SyntaxToken name, List<SourceUse> uses) =>
        uses.AddRange(Assemblies(name.ValueText).Select(sign => new SourceUse(sign.Signature, sign.What, sign.Seen, null, name.GetLocation())));

    // The whole statement around the name, or the attribute, or the initial value of a field.
    private IOperation? Root(SyntaxToken name)
    {
        for (var node = name.Parent; node is not null; node = node.Parent)
        {
            if (model.GetOperation(node, cancellation) is not { } operation)
            {
                continue;
            }

            while (operation.Parent is { } parent and not (IBlockOperation or IMethodBodyBaseOperation))
            {
                operation = parent;
            }

            return operation;
        }

        return null;
    }

    private IReadOnlyList<LiteralSign> Started(IEnumerable<IArgumentOperation> arguments) =>
        commands.Read(Text(arguments, "fileName"), Text(arguments, "arguments"));

    private IReadOnlyList<LiteralSign> Started(IObjectCreationOperation made)
    {
        var set = (made.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>().ToList();
        return commands.Read(
            Text(made.Arguments, "fileName") ?? Text(set, "FileName"),
            Text(made.Arguments, "arguments") ?? Text(set, "Arguments") ?? Items(made));
    }

    private IReadOnlyList<LiteralSign> Assigned(ISimpleAssignmentOperation set) =>
        set.Target is IPropertyReferenceOperation { Property: { } property } && Is(property.ContainingType, "System.Diagnostics.ProcessStartInfo")
        && set.Value.ConstantValue is { HasValue: true, Value: string value }
            ? property.Name switch
            {
                "FileName" => commands.Read(value, null),
                "Arguments" => commands.Read(null, value),
                _ => [],
            }
            : [];

    private List<LiteralSign> Loaded(IEnumerable<IArgumentOperation> arguments) =>
    [
        .. arguments
            .Select(argument => argument.Value.ConstantValue)
            .Where(constant => constant is { HasValue: true, Value: string })
            .SelectMany(constant => Assemblies((string)constant.Value!)),
    ];

    // "Name", "Name.dll", "/path/Name.dll", "Some.Type, Name, Version=1.0.0.0".
    private IEnumerable<LiteralSign> Assemblies(string text)
    {
        var parts = text.Split(',');
        return new[] { parts[0], parts.Length > 1 ? parts[1] : "" }
            .Select(part => part.Substring(part.LastIndexOfAny(['/', '\\']) + 1).Trim())
            .Select(name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name)
            .Where(name => name.Length > 0)
            .SelectMany(name => catalog.Find(SignatureKind.Assembly, name).Select(signature => new LiteralSign(signature, name, 0)))
            .Where(sign => sign.Signature.Tool is not null);
    }

    private static string? Text(IEnumerable<IArgumentOperation> arguments, string parameter) => arguments
        .Where(argument => argument.Parameter?.Name == parameter)
        .Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } ? text : Words(argument.Value))
        .FirstOrDefault();

    private static string? Text(IEnumerable<ISimpleAssignmentOperation> set, string property) => set
        .Where(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)
        .Select(assignment => assignment.Value.ConstantValue.Value as string)
        .FirstOrDefault();

    // new ProcessStartInfo("npx") { ArgumentList = { "-y", "some-package" } }
    private static string? Items(IObjectCreationOperation made) => made.Initializer is null ? null : Words(made.Initializer);

    private static string? Words(IOperation operation)
    {
        var words = operation.DescendantsAndSelf()
            .Where(inner => inner is ILiteralOperation && inner.ConstantValue is { HasValue: true, Value: string })
            .Select(inner => (string)inner.ConstantValue.Value!)
            .ToList();
        return words.Count == 0 ? null : string.Join(" ", words);
    }

    private static bool IsLoader(IMethodSymbol method) => method.ContainingType is { } type
        && (Is(type, "System.Reflection.Assembly") || Is(type, "System.Activator") || Is(type, "System.Runtime.Loader.AssemblyLoadContext")
            || Is(type, "System.AppDomain") || (method.IsStatic && Is(type, "System.Type")));

    private static bool IsImport(ITypeSymbol? type) =>
        Is(type, "System.Runtime.InteropServices.DllImportAttribute") || Is(type, "System.Runtime.InteropServices.LibraryImportAttribute");

    private static bool Is(ITypeSymbol? type, string name) => type is not null && type.ToDisplayString() == name;
}
