using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// A span of days over which a policy says the same: all that a host without a clock may know of the day. The compiler is such a host: were it
/// told the date, every midnight would recompile every project.
/// </summary>
/// <param name="Since">The phase's first day, <see cref="Day.First"/> before the policy's first date; null where nobody has said yet.</param>
public sealed record PolicyPhase(Day? Since)
{
    // yyyy-MM-dd
    private const int DateLength = 10;

    public static PolicyPhase Unknown { get; } = new((Day?)null);

    /// <summary>The phase that <paramref name="asOf"/> lies in. Every date in the text may begin one; one that does not changes nothing.</summary>
    /// <remarks>Read off the text: a build looks at this for every project, and reading a whole policy would cost each node more than the rest of its look.</remarks>
    public static PolicyPhase Of(string policyText, Day asOf) => Latest(Dates(policyText), asOf);

    /// <summary>
    /// As <see cref="Of"/>, for a text of exemptions: with a date in it may begin that it holds, the day after it that it has ended, and so many
    /// days before it that it is no longer too far ahead.
    /// </summary>
    /// <param name="longestPeriods">In days; more of them than count change nothing.</param>
    public static PolicyPhase OfExemptions(string text, IReadOnlyCollection<int> longestPeriods, Day asOf) =>
        Latest(Dates(text).SelectMany(day => longestPeriods.Select(days => day.Plus(-days)).Append(day).Append(day.Plus(1))), asOf);

    /// <summary>Every number that a policy may mean as the longest period of an exemption.</summary>
    public static IEnumerable<int> LongestPeriods(string policyText)
    {
        const string Key = "\"maxDays\"";
        for (var at = policyText.IndexOf(Key, StringComparison.Ordinal); at >= 0; at = policyText.IndexOf(Key, at + 1, StringComparison.Ordinal))
        {
            var number = new string([.. policyText.Skip(at + Key.Length).SkipWhile(c => c == ':' || char.IsWhiteSpace(c)).TakeWhile(char.IsDigit)]);
            if (int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days))
            {
                yield return days;
            }
        }
    }

    private static PolicyPhase Latest(IEnumerable<Day> days, Day asOf) => new(days.Where(day => day <= asOf).DefaultIfEmpty(Day.First).Max());

    private static IEnumerable<Day> Dates(string text)
    {
        for (var dash = text.IndexOf('-', 0); dash >= 0; dash = text.IndexOf('-', dash + 1))
        {
            if (dash >= 4 && dash + 6 <= text.Length && text[dash + 3] == '-' && Day.TryParse(text.Substring(dash - 4, DateLength), out var day))
            {
                yield return day;
            }
        }
    }
}
