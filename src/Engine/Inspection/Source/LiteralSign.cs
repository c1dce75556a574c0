using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>A tool's sign inside a piece of text.</summary>
/// <param name="Seen">What was seen, as it is written there: a host, a model id, the name of a variable …</param>
/// <param name="Start">0-based, in the text.</param>
public sealed record LiteralSign(Signature Signature, string Seen, int Start)
{
    /// <summary>What was seen, as a message begins.</summary>
    public string What => $"{Noun} '{Text.PlainText.Safe(Seen)}'";

    private string Noun => Signature.Kind switch
    {
        SignatureKind.Host => "Host",
        SignatureKind.Model => "Model",
        SignatureKind.Env => "Variable",
        SignatureKind.ConfigurationKey => "Configuration key",
        SignatureKind.Command => "Command",
        SignatureKind.Assembly => "Assembly",
        _ => "Package",
    };
}
