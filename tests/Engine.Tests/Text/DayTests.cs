using System.Globalization;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class DayTests
{
    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2024-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_is_read_and_written_alike(string text)
    {
        Assert.True(Day.TryParse(text, out var day));
        Assert.Equal(text, day.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2026-1-31")]
    [InlineData("2026-01-1")]
    [InlineData("26-01-31")]
    [InlineData("02026-01-31")]
    [InlineData("31/01/2026")]
    [InlineData("01-31-2026")]
    [InlineData("2026/01/31")]
    [InlineData("2026.01.31")]
    [InlineData("20260131")]
    [InlineData("2026-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("-2026-01-31")]
    [InlineData(" 2026-01-31")]
    [InlineData("2026-01-31 ")]
    [InlineData("2026-01-31\n")]
    [InlineData("2026-01-31\0")]
    [InlineData("2026-01-31T00:00")]
    [InlineData("2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31Z")]
    [InlineData("2026-01-31+02:00")]
    [InlineData("2026\u201101\u201131")]
    [InlineData("２０２６-０１-３１")]
    [InlineData("٢٠٢٦-٠١-٣١")]
    [InlineData("2026-Jan-31")]
    [InlineData("2026-W05-6")]
    [InlineData("today")]
    public void Anything_but_four_two_two_digits_of_a_real_day_is_refused(string? text)
    {
        Assert.False(Day.TryParse(text, out var day));
        Assert.Equal(default, day);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        using var _ = new Culture(culture);

        Assert.NotEqual("2026-01-31", new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.CurrentCulture));
        Assert.True(Day.TryParse("2026-01-31", out var day));
        Assert.Equal(new Day(2026, 1, 31), day);
        Assert.Equal("2026-01-31", day.ToString());
    }

    [Fact]
    public void A_day_begins_at_midnight_and_ends_before_the_next()
    {
        var morning = new DateTime(2026, 7, 10, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(new Day(2026, 7, 10), Day.Of(morning));
        Assert.Equal(new Day(2026, 7, 10), Day.Of(morning.AddDays(1).AddTicks(-1)));
        Assert.Equal(new Day(2026, 7, 11), Day.Of(morning.AddDays(1)));
    }

    [Fact]
    public void Days_compare_and_count_over_months_and_leap_years()
    {
        var (last, first) = (new Day(2024, 2, 28), new Day(2024, 3, 1));

        Assert.Equal(2, last.DaysUntil(first));
        Assert.Equal(-2, first.DaysUntil(last));
        Assert.True(last < first && last <= first && first > last && first >= last);
        Assert.True(last.CompareTo(first) < 0);
    }
}
