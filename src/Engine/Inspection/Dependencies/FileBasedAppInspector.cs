using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Packages and SDKs that a file-based app names in its directives.</summary>
public sealed class FileBasedAppInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".cs");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        foreach (var directive in AppDirectives.Read(text).Where(d => d.Kind != AppDirective.Property))
        {
            var isPackage = directive.Kind == "package";
            var what = $"{(isPackage ? "Package" : "MSBuild SDK")} '{PlainText.Safe(directive.Id)}'";
            var version = directive.Version ?? context.CentralVersions.Find(file.Folder, directive.Id);
            context.Find(SignatureKind.Nuget, directive.Id, version, signature =>
                new Evidence(signature, Surface.Package, Strength.Dependency, what, directive.Id, directive.Location)
                {
                    Origin = isPackage ? "direct reference" : null,
                });
        }
    }
}
