using System.CommandLine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>The options that commands about exemptions share.</summary>
internal sealed class ExemptionOptions
{
    public Argument<string> Path { get; } = new("PATH")
    {
        Description = "The repository, or a folder in it.",
        DefaultValueFactory = _ => ".",
    };

    public Option<string?> Policy { get; } = new("--policy") { Description = "The policy file. Without it the nearest ai-tool-policy.json at or above PATH holds.", HelpName = "FILE" };

    public Option<string?> File { get; } = new("--file") { Description = "The file of exemptions. Without it the ai-tool-exemptions.json beside the policy.", HelpName = "FILE" };

    public Option<string?> Justification { get; } = new("--justification") { Description = "Why the tool is needed here, and until when.", HelpName = "TEXT" };

    public Option<string?> Owner { get; } = new("--owner") { Description = "Who answers for it.", HelpName = "NAME" };

    public Option<string?> Expires { get; } = new("--expires") { Description = "The last day on which it holds, as yyyy-MM-dd.", HelpName = "DATE" };

    public Option<string?> Ticket { get; } = new("--ticket") { Description = "Where it was decided.", HelpName = "ID" };

    public Option<string?> ApprovedBy { get; } = new("--approved-by") { Description = "Who approved it.", HelpName = "NAME" };

    public IReadOnlyList<Option> Place => [Policy, File];

    public IReadOnlyList<Option> Terms => [Justification, Owner, Expires, Ticket, ApprovedBy];

    /// <summary>The terms as given on the command line, beginning today.</summary>
    public ExemptionRecord TermsOf(ParseResult parsed, Day today) => new()
    {
        Justification = parsed.GetValue(Justification),
        Owner = parsed.GetValue(Owner),
        Expires = parsed.GetValue(Expires),
        Ticket = parsed.GetValue(Ticket),
        ApprovedBy = parsed.GetValue(ApprovedBy),
        Created = today.ToString(),
    };

    public ExemptionStore Open(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation) =>
        ExemptionStore.Open(parsed.GetValue(Path)!, parsed.GetValue(Policy), parsed.GetValue(File), surroundings.Today, cancellation);

    /// <summary>A command whose work is done apart from the thread that listens for a cancellation.</summary>
    public Command Command(string name, string description, IEnumerable<Option> more, Func<ParseResult, CancellationToken, int> run)
    {
        var command = new Command(name, description) { Path };
        foreach (var option in Place.Concat(more))
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), cancellation));
        return command;
    }
}
