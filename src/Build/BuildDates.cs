using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Build;

/// <summary>The dates of a build, all of them UTC days.</summary>
internal static class BuildDates
{
    public static Day Today => Day.Of(DateTime.UtcNow);

    /// <summary>The as-of date as given; null when there is none or when it cannot be read, which the repository's check reports.</summary>
    public static Day? Parse(string? asOf) => Day.TryParse(asOf?.Trim(), out var day) ? day : null;
}
