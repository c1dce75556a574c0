using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Policies;

/// <summary>Policy files by name, without a disk: <c>extends</c> names them as they are.</summary>
internal sealed class LayerSample(params (string Path, string Text)[] files) : ILayerSource
{
    public LayerResolution? Resolve(LayerReference reference, LayerText from) => reference.Scheme is not null ? null
        : Array.Find(files, file => file.Path == reference.Text) is { Path: not null } found ? LayerResolution.Of(Layer(found))
        : LayerResolution.Missing($"The layer '{reference.Text}' is not there.");

    /// <summary>The policy that begins with the first file; the ones that stand above it follow.</summary>
    public PolicyLayers Collect(params string[] above) =>
        PolicyLayers.Collect([.. files.Take(1).Concat(files.Where(file => above.Contains(file.Path))).Select(Layer)], [], this);

    public LoadedPolicy Load(params string[] above) => PolicyFile.Load(Collect(above), Sample.Catalog);

    public string Problems() => Rendered.Lines(Load().Findings);

    private static LayerText Layer((string Path, string Text) file) => new(file.Path, new SourceFile(file.Path, file.Text));
}
