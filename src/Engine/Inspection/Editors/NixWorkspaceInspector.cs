using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Editors;

/// <summary>Extensions that a cloud workspace is set up with: <c>idx.extensions</c> in <c>.idx/dev.nix</c>.</summary>
public sealed class NixWorkspaceInspector : IInspector
{
    private static readonly Regex List = new(@"\bextensions\s*=\s*\[" + ExtensionIds.Items, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public bool Reads(InputFile file) => file.Name == "dev.nix";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var signs = new ToolSigns(context);
        foreach (var (id, offset) in List.Matches(text.Text).Cast<Match>().SelectMany(list => ExtensionIds.In(list.Groups["items"])))
        {
            signs.Package(SignatureKind.VscodeExtension, PlacedText.Of(text, offset, id.Length));
        }
    }
}
