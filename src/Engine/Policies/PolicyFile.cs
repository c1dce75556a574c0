using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>What loading a policy file gave.</summary>
/// <param name="Policy">Null when the file could not be read as a policy at all.</param>
/// <param name="Catalog">The known tools together with the policy's own.</param>
/// <param name="Findings">Everything wrong with the file, each at its line.</param>
public sealed record LoadedPolicy(Policy? Policy, ToolCatalog Catalog, IReadOnlyList<Finding> Findings)
{
    /// <summary>The digest of the policy's text (of all layers), by which a policy is pinned and a check proven; null where no text could be read.</summary>
    public string? Digest { get; init; }

    /// <summary>No policy anywhere: an inventory is taken.</summary>
    public static LoadedPolicy None(ToolCatalog catalog) => new(null, catalog, []);
}

/// <summary>Loads a policy: every outcome is decided, none is silent.</summary>
public static class PolicyFile
{
    /// <summary>The file name that is looked for at or above a project.</summary>
    public const string Name = "ai-tool-policy.json";

    /// <summary>False when the text certainly defines no tools of its own, so that the known catalog says all about what a file shows.</summary>
    public static bool MayDefineTools(string text) => text.IndexOf("\"catalog\"", StringComparison.Ordinal) >= 0 || text.IndexOf('\\') >= 0;

    /// <summary>False when the text certainly rests on no other policy.</summary>
    public static bool MayHaveLayers(string text) => text.IndexOf("\"extends\"", StringComparison.Ordinal) >= 0 || text.IndexOf('\\') >= 0;

    public static LoadedPolicy Load(SourceFile file, ToolCatalog catalog) => LoadText(file, catalog) with { Digest = Digest.Of(file.Text) };

    private static LoadedPolicy LoadText(SourceFile file, ToolCatalog catalog)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            return new LoadedPolicy(null, catalog, [Invalid("The policy file is empty.", Location.StartOf(file.Path))]);
        }

        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        var problems = document.Problems.ToList();
        if (document.Root is not JsonObject root)
        {
            if (document.Root is { } other)
            {
                problems.Add(new JsonProblem($"A policy is a JSON object, found {other.Kind}.", other.Location));
            }

            return new LoadedPolicy(null, catalog, ToFindings(problems));
        }

        var written = new PolicyReader(problems, catalog).Read(root);
        var whole = catalog.With(written.Catalog);
        var policy = new PolicyValidator(problems, whole).Validate(written);
        return new LoadedPolicy(policy, whole, ToFindings(problems));
    }

    /// <summary>The outcome when a policy that was named is not there or cannot be read.</summary>
    /// <param name="path">The path as it was named, made relative where possible.</param>
    public static LoadedPolicy Missing(string path, string reason, ToolCatalog catalog) =>
        Unusable(path, $"The policy '{PlainText.Safe(path)}' was named but {reason}.", catalog);

    /// <summary>The outcome when a policy that nobody named was found and cannot be read: it counts as a policy, so there is no inventory instead.</summary>
    public static LoadedPolicy Unreadable(string path, string reason, ToolCatalog catalog) =>
        Unusable(path, $"The policy '{PlainText.Safe(path)}' was found but could not be read: {reason}", catalog);

    private static LoadedPolicy Unusable(string path, string message, ToolCatalog catalog) =>
        new(null, catalog, [new Finding(Rules.PolicyMissing, Severity.Error, message, Location.StartOf(path))]);

    private static IReadOnlyList<Finding> ToFindings(IEnumerable<JsonProblem> problems) =>
        FindingOrder.Sort(problems.Select(problem => Invalid(problem.Message, problem.Location)));

    private static Finding Invalid(string message, Location location) => new(Rules.PolicyInvalid, Severity.Error, message, location);
}
