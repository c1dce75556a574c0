using System.Diagnostics;
using System.Globalization;

namespace AiToolPolicy.Benchmarks;

/// <summary>
/// What the check adds to a no-op build of many projects in which nothing is restricted. The same solution with and without the package,
/// in turns, in one run: on a shared machine only the ratio says anything.
/// </summary>
internal static class BuildOverhead
{
    public static int Run(int projects, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("aitp-bench-").FullName;
        try
        {
            var source = FindRoot();
            Dotnet(source, "pack", "src/Package", "-c", "Release", "-o", Path.Combine(folder, "feed"), $"-p:Version={BenchPackage.Version}", "-v:q");
            BenchPackage.Forget();
            var without = Solution.Write(Path.Combine(folder, "without"), projects, null);
            var with = Solution.Write(Path.Combine(folder, "with"), projects, Path.Combine(folder, "feed"));
            Dotnet(without, "build", "All.slnx", "-v:q");
            Dotnet(with, "build", "All.slnx", "-v:q");
            Report(Measure(without, with, rounds));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<(double Without, double With)> Measure(string without, string with, int rounds)
    {
        var times = new List<(double Without, double With)>();
        for (var round = 0; round < rounds; round++)
        {
            // In turns of changing order, so that a slow minute of the machine hits both.
            if (round % 2 == 0)
            {
                var first = NoOpBuild(without);
                times.Add((first, NoOpBuild(with)));
            }
            else
            {
                var first = NoOpBuild(with);
                times.Add((NoOpBuild(without), first));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"without {times[^1].Without,8:F0} ms CPU   with {times[^1].With,8:F0} ms CPU"));
        }

        return times;
    }

    // The pairs tell more than the sums: what slows the machine slows both builds of a pair.
    private static void Report(List<(double Without, double With)> times)
    {
        var ratios = times.Select(t => t.With / t.Without).Order().ToList();
        var (low, high) = MedianInterval(ratios);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians:       {Median([.. times.Select(t => t.Without).Order()]):F0} and {Median([.. times.Select(t => t.With).Order()]):F0} ms CPU"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"least of each: {times.Min(t => t.Without):F0} and {times.Min(t => t.With):F0} ms CPU, ratio {times.Min(t => t.With) / times.Min(t => t.Without):F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair by pair:  median ratio {Median(ratios):F3}, 95 % of medians in {low:F3} to {high:F3}, {ratios.Count} pairs"));
    }

    private static double Median(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    // Order statistics of the sign test (normal approximation): no assumption on how the times are spread.
    private static (double Low, double High) MedianInterval(List<double> sorted)
    {
        var reach = 0.98 * Math.Sqrt(sorted.Count);
        var low = Math.Max(0, (int)Math.Floor((sorted.Count / 2.0) - reach));
        return (sorted[low], sorted[sorted.Count - 1 - low]);
    }

    // One process (-m:1, no reuse), so that its processor time is that of the whole build.
    private static double NoOpBuild(string folder) => Dotnet(folder, "msbuild", "All.slnx", "-m:1", "-nodeReuse:false", "-v:q", "-nologo");

    private static double Dotnet(string folder, params string[] arguments) =>
        ChildProcessorTime.Of(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }).TotalMilliseconds;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analyzers.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is at no folder above.");
        }

        return folder;
    }
}
