using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Editors;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>Names, string literals and the types of what is declared in Terraform (<c>*.tf</c>, <c>*.tfvars</c>), in other files of its language (<c>*.hcl</c>, <c>*.tofu</c>) and Bicep (<c>*.bicep</c>, <c>*.bicepparam</c>).</summary>
public sealed class InfrastructureInspector : IInspector
{
    private static readonly string[] Terraform = [".tf", ".tfvars", ".tofu", ".hcl"];

    private static readonly string[] Bicep = [".bicep", ".bicepparam"];

    // What these hold is read by people.
    private static readonly string[] Prose = ["description", "error_message"];

    public bool Reads(InputFile file) => Terraform.Concat(Bicep).Any(file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        var isBicep = Bicep.Any(file.Name.EndsWithIgnoringCase);
        var scan = new SettingScan(context);
        var literals = new LiteralScanner(text.Text, isBicep ? '\'' : '"', hasHash: !isBicep);
        var resources = new ResourceReader(text, literals);
        while (literals.Next() is var (isLiteral, start, length, name))
        {
            resources.Take(isLiteral, start, length, name);
            InspectName(text, start, length, scan);
            if (isLiteral && Array.IndexOf(Prose, name) < 0)
            {
                InspectLiteral(text, start, length, name, scan, context);
            }
        }

        foreach (var declaration in resources.Declarations())
        {
            declaration.Find(context);
        }
    }

    private static void InspectName(SourceFile text, int start, int length, SettingScan scan)
    {
        var word = text.Text.Substring(start, length);
        scan.Name(word, text.At(start, length));
        if (word.IndexOf('_') > 0 && word.ToUpperInvariant() is var upper && upper != word)
        {
            // Variables of a module are written small, and passed on in capitals.
            scan.Name(upper, text.At(start, length));
        }
    }

    private static void InspectLiteral(SourceFile text, int start, int length, string name, SettingScan scan, InspectionContext context)
    {
        var word = text.Text.Substring(start, length);
        scan.Value(name, word, (at, count) => text.At(start + at, count));
        if (IsExtension(word, context))
        {
            ExtensionList.Inspect(word, text.At(start, length), "infrastructure", Strength.Configured, context);
        }
    }

    // A module for workspaces is handed the extensions to install. Here only known ones count, as any text may look like an id.
    private static bool IsExtension(string word, InspectionContext context) =>
        word.IndexOf('.') > 0 && context.Catalog.KnowsTool(SignatureKind.VscodeExtension, word);
}
