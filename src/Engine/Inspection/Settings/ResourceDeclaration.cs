using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>A resource, or a module of resources, that a deployment declares.</summary>
/// <param name="noun">What it is, as a message begins.</param>
internal sealed class ResourceDeclaration(string noun)
{
    /// <summary>The names that tell which of a provider's services a resource is: of the resource itself, and of a model that is deployed.</summary>
    public static readonly string[] KindNames = ["kind", "format", "modelFormat", "model_format"];

    /// <summary>The type of the resource without its version, or where the module comes from; empty while it is not known.</summary>
    public string Type { get; set; } = "";

    /// <summary>Where the type stands; null while it is not known.</summary>
    public Location? Location { get; set; }

    /// <summary>What stands under one of <see cref="KindNames"/>.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>A kind is given, though maybe not as a literal: then the type alone says too little.</summary>
    public bool SaysKind { get; set; }

    /// <summary>Records whose service it is: by its kind where the catalog knows that, else by its type alone.</summary>
    public void Find(InspectionContext context)
    {
        if (Location is not { } location)
        {
            return;
        }

        var isKnown = false;
        foreach (var kind in Kinds.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            isKnown |= Find($"{Type}#{kind}", $"{noun} '{PlainText.Safe(Type)}' ({PlainText.Safe(kind)})", location, context);
        }

        if (!isKnown && !SaysKind)
        {
            Find(Type, $"{noun} '{PlainText.Safe(Type)}'", location, context);
        }
    }

    /// <summary>A reference without the version at its end: <c>Provider/type@2024-10-01</c>, <c>br/registry:path:1.0</c>, <c>git::https://host/path?ref=v1</c>.</summary>
    public static string WithoutVersion(string reference)
    {
        var isRegistry = reference.StartsWith("br", StringComparison.Ordinal) && reference.IndexOf(':') > 0;
        var end = isRegistry && reference.LastIndexOf(':') is var colon && colon > reference.LastIndexOf('/') ? colon : reference.IndexOf('?');
        var at = reference.IndexOf(':') < 0 ? reference.IndexOf('@') : -1;
        return end > 0 || at > 0 ? reference.Substring(0, at > 0 ? at : end) : reference;
    }

    private bool Find(string value, string what, Location location, InspectionContext context)
    {
        var found = context.Catalog.Find(SignatureKind.ResourceType, value, null);
        // What its kind and the format of a model tell of one tool is one thing that was seen.
        foreach (var signature in found)
        {
            context.Add(new Evidence(signature, Surface.Setting, Strength.Configured, what, Type, location));
        }

        return found.Count > 0;
    }
}
