using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>PyPI packages in <c>requirements.txt</c>, <c>constraints.txt</c> and files of such names, also with an environment in the name, and in a folder of them.</summary>
public sealed class RequirementsInspector : IInspector
{
    // A comment begins at the start of a line or after a blank; a "#" inside an address is a part of it.
    private static readonly Regex Comment = new(@"(^|\s)#.*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly string[] Ends = [".txt", ".in", ".pip"];

    public bool Reads(InputFile file) =>
        Array.Exists(Ends, file.Name.EndsWithIgnoringCase)
        && (Says(file, "requirements") || Says(file, "constraints") || $"/{file.Folder}/".IndexOf("/requirements/", StringComparison.OrdinalIgnoreCase) >= 0);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        var constrains = Says(file, "constraints");
        var isContinued = false;
        foreach (var line in TextLine.Of(text))
        {
            var written = Comment.Replace(line.Text, "");
            if (!isContinued)
            {
                // A constraint installs nothing; it says which version is taken if something else asks for it.
                context.AddRequirement(
                    line with { Text = written.TrimEnd('\\', ' ', '\t') }, constrains ? "constraint" : null, constrains ? Strength.Configured : Strength.Dependency);
            }

            isContinued = written.EndsWith("\\", StringComparison.Ordinal);
        }
    }

    private static bool Says(InputFile file, string word) => file.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
