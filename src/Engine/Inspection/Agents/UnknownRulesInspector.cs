using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>Files that no catalog knows and that read like instructions to an AI tool.</summary>
public sealed class UnknownRulesInspector : IInspector
{
    public bool Reads(InputFile file) => RuleFileSigns.MayBe(file);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (RuleFileSigns.Of(file, context.Catalog) is { } sign)
        {
            context.Add(new Evidence(
                Signature.OfUnknown(SignatureKind.Path, file.Path), Surface.AgentFile, Strength.Instructions, $"File '{PlainText.Safe(file.Path)}' ({sign.Value})", file.Path, sign.Location));
        }
    }
}
