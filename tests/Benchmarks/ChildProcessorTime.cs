using System.Diagnostics;
using System.Globalization;

namespace AiToolPolicy.Benchmarks;

/// <summary>The processor time of a command and of all that it started and waited for.</summary>
internal static class ChildProcessorTime
{
    // sysconf(_SC_CLK_TCK), which Linux fixes at 100 for user space.
    private const double TicksPerSecond = 100;

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not start, or failed.</exception>
    public static TimeSpan Of(ProcessStartInfo start)
    {
        var before = OfEndedChildren();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output);
        }

        return OperatingSystem.IsWindows() ? process.TotalProcessorTime : OfEndedChildren() - before;
    }

    // Fields 16 and 17 of proc_pid_stat(5), cutime and cstime; the second field, the name in brackets, may hold blanks.
    private static TimeSpan OfEndedChildren()
    {
        if (OperatingSystem.IsWindows())
        {
            return TimeSpan.Zero;
        }

        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
