using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>That a package which no catalog knows says of itself that it is an AI tool.</summary>
/// <param name="Package">Its id.</param>
/// <param name="Kind">Where in its manifest it says so: a type, a tag or a text.</param>
/// <param name="Value">What it says, as the catalog has it.</param>
public sealed record PackageClaim(string Package, SignatureKind Kind, string Value)
{
    /// <summary>"tag 'llm'", as a message says it.</summary>
    public string Phrase => Kind switch
    {
        SignatureKind.PackageType => $"package type '{Value}'",
        SignatureKind.PackageTag => $"tag '{Value}'",
        _ => $"'{Value.Trim('*', ' ')}' in its description",
    };
}
