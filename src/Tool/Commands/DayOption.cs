using System.CommandLine;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Commands;

/// <summary>An option that takes a day.</summary>
internal static class DayOption
{
    public static Option<Day?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = argument =>
        {
            var written = argument.Tokens[0].Value;
            if (!Day.TryParse(written, out var day))
            {
                argument.AddError($"'{PlainText.Safe(written)}' is no day; write it as yyyy-MM-dd, such as 2026-07-10.");
            }

            return day;
        },
    };
}
