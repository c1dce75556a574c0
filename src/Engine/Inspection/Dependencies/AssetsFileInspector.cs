using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// What NuGet resolved, from <c>project.assets.json</c>: direct and transitive packages of every target framework. Evidence stands at the line
/// that wrote the direct reference, in whatever file that is. Packages that come only through a project reference are that project's own business.
/// </summary>
public sealed class AssetsFileInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("project.assets.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        // Most projects have no AI package at all: finding that out must not cost a tree of nodes.
        if (context.Text(file) is not { } text || !AssetsSkim.Any(text.Text, id => context.Catalog.Knows(SignatureKind.Nuget, id)))
        {
            return;
        }

        if (context.Json(file) is { } root)
        {
            foreach (var target in AssetsGraph.Read(root))
            {
                ResolvedPackages.Inspect(target.Packages, target.Direct, (reference, _) => context.Sites.Find(reference) ?? Location.StartOf(file.Path), context);
            }
        }
    }
}
