namespace AiToolPolicy.Engine.Edits;

/// <summary>The names under which the analyzer hands the facts of a finding to the code fixes and, by the compiler's log, to the build.</summary>
public static class FindingProperties
{
    public const string Tool = "tool";

    public const string Surface = "surface";

    public const string Seen = "seen";

    public const string Strength = "strength";

    /// <summary>The file, repository-relative.</summary>
    public const string Path = "path";

    /// <summary>Ids that may stand in the place of what was found, with <see cref="Separator"/> between them.</summary>
    public const string Counterparts = "counterparts";

    public const char Separator = ';';

    /// <summary><c>false</c> where the policy's rule permits no exemption.</summary>
    public const string Exemptable = "exemptable";

    /// <summary>What a pragma says that asks for an exemption; the build judges it.</summary>
    public const string Exemption = "exemption";

    /// <summary>The line of that pragma.</summary>
    public const string ExemptionLine = "exemptionLine";

    /// <summary>The exemption that covers the finding, as <see cref="Reporting.ExemptionNoteText"/> writes it.</summary>
    public const string Exempted = "exempted";

    /// <summary>How loud the finding is without its exemption, as a compiler's log names it.</summary>
    public const string Severity = "severity";
}
