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
    public static PolicyPhase Of(string policyText, Day asOf)
    {
        var since = Day.First;
        for (var dash = policyText.IndexOf('-', 0); dash >= 0; dash = policyText.IndexOf('-', dash + 1))
        {
            if (dash >= 4 && dash + 6 <= policyText.Length && policyText[dash + 3] == '-'
                && Day.TryParse(policyText.Substring(dash - 4, DateLength), out var day) && day <= asOf && day > since)
            {
                since = day;
            }
        }

        return new PolicyPhase(since);
    }
}
