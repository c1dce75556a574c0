using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>One attempt of a lower layer to relax what an upper one has fixed.</summary>
/// <param name="Place">Of the key that would relax.</param>
/// <param name="Message">What stands there and what stands above, safe to print.</param>
/// <param name="Fixed">The upper layer's line.</param>
internal sealed record Relaxation(Location Place, string Message, Location Fixed)
{
    public Finding ToFinding() => new(Rules.PolicyRelaxed, Severity.Error, Message, Place) { Related = [new RelatedLocation(Fixed, "fixed here")] };
}
