using System.Globalization;

namespace AiToolPolicy.Engine.Text;

/// <summary>A UTC calendar day. Policies know no hours: what begins on a day holds from its first minute on.</summary>
public readonly record struct Day : IComparable<Day>
{
    private readonly int _number;

    private Day(int number) => _number = number;

    public Day(int year, int month, int day)
        : this((int)(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerDay))
    {
    }

    /// <summary>The first day there is: what holds from it on has always held.</summary>
    public static Day First => default;

    /// <summary>The day of <paramref name="utc"/>, which the host has read from its clock.</summary>
    public static Day Of(DateTime utc) => new((int)(utc.Ticks / TimeSpan.TicksPerDay));

    /// <summary>Reads exactly <c>yyyy-MM-dd</c>, in any culture; gives <see cref="First"/> for anything else.</summary>
    public static bool TryParse(string? text, out Day day)
    {
        day = default;
        if (text is not { Length: 10 } || text[4] != '-' || text[7] != '-'
            || Number(text, 0, 4) is not (> 0 and var year) || Number(text, 5, 2) is not (>= 1 and <= 12 and var month) || Number(text, 8, 2) is not (> 0 and var date)
            || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new Day(year, month, date);
        return true;
    }

    /// <summary>How many days <paramref name="later"/> lies ahead; negative when it lies behind.</summary>
    public int DaysUntil(Day later) => later._number - _number;

    /// <summary>The day so many days later, or earlier; none lies before the first one or after the year 9999.</summary>
    public Day Plus(int days) => new((int)Math.Max(0, Math.Min((long)_number + days, DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay)));

    public int CompareTo(Day other) => _number.CompareTo(other._number);

    public static bool operator <(Day left, Day right) => left._number < right._number;

    public static bool operator >(Day left, Day right) => left._number > right._number;

    public static bool operator <=(Day left, Day right) => left._number <= right._number;

    public static bool operator >=(Day left, Day right) => left._number >= right._number;

    public override string ToString()
    {
        var date = new DateTime(_number * TimeSpan.TicksPerDay, DateTimeKind.Utc);
        return Digits(date.Year, 4) + "-" + Digits(date.Month, 2) + "-" + Digits(date.Day, 2);
    }

    private static string Digits(int number, int count) => number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    // A compiler reads a day or two and would wait for the whole calendar of a culture to be set up.
    private static int? Number(string text, int start, int length)
    {
        var number = 0;
        for (var at = start; at < start + length; at++)
        {
            if (text[at] is not (>= '0' and <= '9'))
            {
                return null;
            }

            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }
}
