using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Finds the layer behind a reference in <c>extends</c>. The engine knows no disk and no feed: hosts bring the sources.</summary>
public interface ILayerSource
{
    /// <param name="from">The layer in whose <c>extends</c> the reference stands; a path is relative to it.</param>
    /// <returns>Null when the reference is of another source's kind.</returns>
    LayerResolution? Resolve(LayerReference reference, LayerText from);
}

/// <summary>What came of looking for a layer.</summary>
/// <param name="Layer">Null when there is none; then a problem of error severity says why.</param>
/// <param name="Problems">Reported at the reference, with the chain of layers that led there.</param>
public sealed record LayerResolution(LayerText? Layer, IReadOnlyList<LayerProblem> Problems)
{
    public static LayerResolution Of(LayerText layer) => new(layer, []);

    /// <summary>The reference itself is wrong.</summary>
    public static LayerResolution Invalid(string message) => new(null, [new LayerProblem(Rules.PolicyInvalid, Severity.Error, message)]);

    /// <summary>The reference is right and what it names is missing, unreadable or not the expected one.</summary>
    public static LayerResolution Missing(string message) => new(null, [new LayerProblem(Rules.PolicyMissing, Severity.Error, message)]);
}

/// <summary>Something to tell about a reference.</summary>
/// <param name="Message">A whole sentence, safe to print.</param>
public sealed record LayerProblem(Rule Rule, Severity Severity, string Message);
