using AiToolPolicy.Engine;
using AiToolPolicy.Tool.Remedies;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What a scan has to tell, in one of several forms.</summary>
/// <param name="FilesListed">How many files there were to choose from.</param>
/// <param name="FilesExcluded">How many further ones were left out on request.</param>
internal sealed record Report(CheckResult Result, bool HasPolicy, int FilesListed, int FilesExcluded = 0)
{
    /// <summary>Whether the text form lists what is exempted; the other forms always do.</summary>
    public bool ShowsExempted { get; init; }

    private const string Inventory =
        """
        No ai-tool-policy.json was found, so this is an inventory and nothing fails. To decide, write one at the root of the repository, such as { "default": "warn" }.
        """;

    /// <summary>The names of the forms; the first is what a person wants.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "sarif", "json"];

    /// <summary>Policy packages that had a part in it, with their versions and digests.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>What to do about restricted packages, where that was asked for.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>The lines that end a scan: what must not go unsaid, and the summary.</summary>
    public string Closing => Remedies + string.Concat(Remarks.Append(Result.Summary).Select(line => line + "\n"));

    /// <summary>What a text report may be ordered by; the first is what it is ordered by without a word.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["file", "tool"];

    public string Render(string format, bool hasColour, string? group = null) => format switch
    {
        "sarif" => SarifReport.Render(this),
        "json" => JsonReport.Render(this),
        _ when group == "tool" => ToolTextReport.Render(this, hasColour),
        _ => TextReport.Render(this, hasColour),
    };

    private string Remedies => Advice.Count == 0 ? "" : string.Concat(Advice.Select(advice => advice.Render())) + "\n";

    private IEnumerable<string> Remarks
    {
        get
        {
            if (Result.FilesInspected == 0)
            {
                yield return FilesListed == 0
                    ? "Nothing was inspected: there are no files here."
                    : $"Nothing was inspected: none of the {FilesListed} files here is of a kind that shows AI tools.";
            }

            if (FilesExcluded > 0)
            {
                yield return $"Left out by --exclude: {FilesExcluded} {(FilesExcluded == 1 ? "file" : "files")}.";
            }

            foreach (var package in Packages)
            {
                yield return $"with {package}";
            }

            if (!HasPolicy)
            {
                yield return Inventory;
            }
        }
    }
}
