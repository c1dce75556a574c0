using System.Text;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Build;

/// <summary>What the check of a repository has to say.</summary>
/// <param name="Said">What only this check says.</param>
/// <param name="Shared">What checks of projects may say too.</param>
/// <param name="IsInventory">As <see cref="HelperRequest.IsInventory"/>.</param>
/// <param name="Summary">Lines for whoever watches the build.</param>
/// <param name="Record">The proof of the check, as <see cref="Proof.Log"/> takes it.</param>
internal sealed record RepositoryResult(IReadOnlyList<LogEntry> Said, IReadOnlyList<LogEntry> Shared, bool IsInventory, IReadOnlyList<string> Summary, string Record)
{
    public bool HasErrors => Said.Concat(Shared).Any(entry => entry.Severity == Severity.Error);

    /// <summary>The result as lines of text, which <see cref="Read"/> reads.</summary>
    public string Write() => string.Join("\n", [new HelperRequest(null, Said, IsInventory).Encode(), new HelperRequest(null, Shared).Encode(), .. Summary.Append(Record).Select(Encode)]);

    /// <returns>Null where the text is none that <see cref="Write"/> has written.</returns>
    public static RepositoryResult? Read(string text)
    {
        try
        {
            var lines = text.Split('\n');
            var said = HelperRequest.Decode(lines[0]);
            var texts = lines.Skip(2).Select(Decode).ToList();
            return lines.Length < 3 ? null
                : new RepositoryResult(said.Entries, HelperRequest.Decode(lines[1]).Entries, said.IsInventory, texts.GetRange(0, texts.Count - 1), texts[texts.Count - 1]);
        }
        catch (Exception error) when (error is FormatException or IOException or OverflowException)
        {
            return null;
        }
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
