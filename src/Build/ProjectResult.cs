using System.Text;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Build;

/// <summary>What the check of one project has to say.</summary>
/// <param name="Own">What stands in the project's own files, so that no other project says it.</param>
/// <param name="Shared">What stands in files that other projects have too.</param>
/// <param name="IsInventory">As <see cref="HelperRequest.IsInventory"/>.</param>
internal sealed record ProjectResult(IReadOnlyList<LogEntry> Own, IReadOnlyList<LogEntry> Shared, bool IsInventory = false)
{
    public static readonly ProjectResult Nothing = new([], []);

    private const string Heading = "findings\n";

    /// <param name="own">Paths of the project's own files.</param>
    /// <param name="root">As of <see cref="LogEntry.Of"/>.</param>
    public static ProjectResult Of(IEnumerable<Finding> findings, ISet<string> own, string root, bool isInventory = false)
    {
        var entries = findings.ToLookup(finding => own.Contains(finding.Location.Path), finding => LogEntry.Of(finding, root));
        return new ProjectResult([.. entries[true]], [.. entries[false]], isInventory);
    }

    public bool HasErrors => Own.Concat(Shared).Any(entry => entry.Severity == Severity.Error);

    /// <summary>One request for what is the project's own, and one for each of the rest, which other projects will make too.</summary>
    public IEnumerable<HelperRequest> Requests => Own.Count == 0 ? SharedRequests : SharedRequests.Prepend(new HelperRequest(null, Own, IsInventory));

    public IEnumerable<HelperRequest> SharedRequests => Shared.Select(entry => new HelperRequest(null, [entry], IsInventory));

    /// <summary>The result as lines of text, which <see cref="Read"/> reads.</summary>
    public string Write()
    {
        var text = new StringBuilder(Heading);
        foreach (var request in this == Nothing ? [] : SharedRequests.Prepend(new HelperRequest(null, Own, IsInventory)))
        {
            text.Append(request.Encode()).Append('\n');
        }

        return text.ToString();
    }

    /// <returns>Null where the text is none that <see cref="Write"/> has written.</returns>
    public static ProjectResult? Read(string text)
    {
        if (!text.StartsWith(Heading, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var requests = text.Substring(Heading.Length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(HelperRequest.Decode).ToList();
            return requests.Count == 0 ? Nothing : new ProjectResult(requests[0].Entries, [.. requests.Skip(1).SelectMany(request => request.Entries)], requests[0].IsInventory);
        }
        catch (Exception error) when (error is FormatException or IOException or OverflowException)
        {
            return null;
        }
    }
}
