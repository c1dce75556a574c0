using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Files.Machine;
using AiToolPolicy.Tool.Exemptions;

namespace AiToolPolicy.Tool;

/// <summary>What the tool takes from the process it runs in.</summary>
/// <param name="Output">Where the report goes.</param>
/// <param name="Error">Where progress and complaints go.</param>
/// <param name="Today">The UTC day.</param>
/// <param name="HasColour">Whether the output may have colours.</param>
/// <param name="ShowsProgress">Whether somebody watches the error output.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, Day Today, bool HasColour = false, bool ShowsProgress = false)
{
    /// <summary>Asks whoever sits at the terminal; null where nobody does.</summary>
    public Ask? Ask { get; init; }

    /// <summary>Names of the environment variables that are set and not empty.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Where things are installed; asked by the command that looks at the machine, and by no other.</summary>
    public MachinePlaces Machine { get; init; } = new("", []);

    public static Surroundings OfProcess() => new(
        Console.Out,
        Console.Error,
        Day.Of(DateTime.UtcNow),
        HasColour: !Console.IsOutputRedirected && IsRichTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        ShowsProgress: !Console.IsErrorRedirected && IsRichTerminal)
    {
        Ask = Console.IsInputRedirected || Console.IsOutputRedirected || !IsRichTerminal ? null : Questions.OfTerminal,
        Variables = ProcessVariables.Names(),
        Machine = MachinePlaces.OfProcess(),
    };

    private static bool IsRichTerminal => Environment.GetEnvironmentVariable("TERM") != "dumb";
}
