using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// A span of days over which a policy says the same: all that a host without a clock may know of the day. The compiler is such a host: were it
/// told the date, every midnight would recompile every project.
/// </summary>
/// <param name="Since">The phase's first day, <see cref="Day.First"/> before the policy's first date; null where nobody has said yet.</param>
public sealed record PolicyPhase(Day? Since)
{
    private static readonly Regex Date = new(
        @"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static PolicyPhase Unknown { get; } = new((Day?)null);

    /// <summary>The phase that <paramref name="asOf"/> lies in. Every date in the text may begin one; one that does not changes nothing.</summary>
    public static PolicyPhase Of(string policyText, Day asOf)
    {
        var since = Day.First;
        foreach (Match match in Date.Matches(policyText))
        {
            if (Day.TryParse(match.Value, out var day) && day <= asOf && day > since)
            {
                since = day;
            }
        }

        return new PolicyPhase(since);
    }
}
