using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Loads a file of exemptions.</summary>
public static class ExemptionFile
{
    private static readonly string[] SourceSigns = ["\"tool\"", "AITP1009", "AITP1010", "|source|", "AiToolPolicyExemption"];

    /// <summary>The file name that is looked for in a repository.</summary>
    public const string Name = "ai-tool-exemptions.json";

    /// <summary>
    /// False when the text certainly exempts nothing in source code: it names neither a tool nor a rule of source, and a baseline's fingerprints
    /// of other findings are what it is made of.
    /// </summary>
    public static bool MayConcernSource(string text) => SourceSigns.Any(sign => text.IndexOf(sign, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The records of a file as written, each with its mistakes reported; a file that is no JSON exempts nothing.</summary>
    /// <param name="findings">Collects what is wrong with the file.</param>
    public static IReadOnlyList<ExemptionDocument> Read(SourceFile file, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            findings.Add(Invalid("The exemption file is empty: it exempts nothing.", Location.StartOf(file.Path)));
            return [];
        }

        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        var problems = document.Problems.ToList();
        IReadOnlyList<ExemptionDocument> records = [];
        if (document.Root is JsonObject root)
        {
            records = new ExemptionReader(problems).Read(root);
        }
        else if (document.Root is { } other)
        {
            problems.Add(new JsonProblem($"An exemption file is a JSON object with 'exemptions', found {other.Kind}.", other.Location));
        }

        findings.AddRange(problems.Select(problem => Invalid(problem.Message, problem.Location)));
        return records;
    }

    /// <summary>The outcome when a file is there and cannot be read.</summary>
    public static Finding Unreadable(string path, string reason) =>
        Invalid($"The exemption file '{PlainText.Safe(path)}' could not be read, so it exempts nothing: {reason}", Location.StartOf(path));

    internal static Finding Invalid(string message, Location location) => new(Rules.PolicyInvalid, Severity.Error, message, location);
}
