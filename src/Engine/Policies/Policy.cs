using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>An organisation's decision, checked and immutable.</summary>
/// <param name="Location">Where the policy begins, for findings about it as a whole.</param>
public sealed record Policy(Location Location)
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Contact { get; init; }

    /// <summary>What holds for AI tools no rule speaks of.</summary>
    public Decision Default { get; init; } = new(PolicyAction.Notice, null);

    /// <summary>What holds for things that look like an AI tool and are in no catalog.</summary>
    public Decision Unknown { get; init; } = new(PolicyAction.Notice, null);

    /// <summary>What holds for files that many tools read and that prove none.</summary>
    public Decision Generic { get; init; } = new(PolicyAction.Notice, null);

    /// <summary>What holds for hidden characters in instruction files.</summary>
    public Decision HiddenCharacters { get; init; } = new(PolicyAction.Warn, null);

    /// <summary>What holds for settings that weaken the check; a locked policy denies them whatever stands here.</summary>
    public Decision Weakening { get; init; } = new(PolicyAction.Warn, null);

    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    public ExemptionRules Exemptions { get; init; } = new();

    /// <summary>A locked policy cannot be switched off, postponed or dated back by a build.</summary>
    public bool Locked { get; init; }

    /// <summary>The paths of the layers whose own tools this one knows: its own and those above it; null: all.</summary>
    public IReadOnlyCollection<string>? Knows { get; init; }

    /// <summary>The policies of the single layers that this one was merged of, the lowest first; empty for a policy of one file.</summary>
    public IReadOnlyList<Policy> Layers { get; init; } = [];

    /// <summary>The layers to judge by, the lowest first; a policy of one file is its own only one.</summary>
    public IReadOnlyList<Policy> Judged => Layers.Count == 0 ? [this] : Layers;

    /// <summary>"policy 'Name' Version", or the path of the file; of several layers, the lowest one under the others.</summary>
    public string Title => "policy " + (Layers.Count == 0 ? OwnTitle : $"{OwnTitle} under {string.Join(", ", Layers.Skip(1).Select(layer => layer.OwnTitle))}");

    private string OwnTitle => Name is null ? PlainText.Safe(Location.Path) : $"'{PlainText.Safe(Name)}'" + (Version is null ? "" : " " + PlainText.Safe(Version));
}

/// <summary>An action and the line that says so; the location is null where the action is built in.</summary>
public sealed record Decision(PolicyAction Action, Location? Location);

/// <summary>What an exemption must hold to count.</summary>
public sealed record ExemptionRules
{
    /// <summary>Asks for nothing: what a layer says that leaves it to those above.</summary>
    public static ExemptionRules Silent { get; } = new() { Require = [], MinJustification = 0, NoticeDays = 0 };

    /// <summary>The longest period in days where a policy sets no limit: what lies further ahead is no date, but a way to write "for ever".</summary>
    public const int LongestPeriod = 3660;

    /// <summary>The longest period in days, or null for no limit.</summary>
    public int? MaxDays { get; init; }

    public IReadOnlyList<string> Require { get; init; } = ["justification", "owner", "expires"];

    /// <summary>The least number of characters of a justification.</summary>
    public int MinJustification { get; init; } = 20;

    /// <summary>Regular expressions, all of which a ticket matches.</summary>
    public IReadOnlyList<string> TicketPatterns { get; init; } = [];

    /// <summary>How many days before its end an exemption is announced.</summary>
    public int NoticeDays { get; init; } = 14;

    /// <summary>Who may approve; null where nobody need approve, empty where layers leave nobody who may.</summary>
    public IReadOnlyList<string>? Approvers { get; init; }
}
