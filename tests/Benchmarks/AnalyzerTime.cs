using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiToolPolicy.Benchmarks;

/// <summary>
/// The compiler's own account of what its analyzers cost (<c>-p:ReportAnalyzer=true</c>): ours beside the one of banned symbols, in the same
/// run of the same compiler, so that a slow machine hits both.
/// </summary>
internal static partial class AnalyzerTime
{
    private const string Ours = "AiToolPolicy.Analyzers.AiToolPolicyAnalyzer";
    private const string Other = "SymbolIsBannedAnalyzer";
    private const string Policy = """{ "name": "Bench", "default": "allow", "rules": [ { "id": "r", "tools": ["vendor:anthropic", "vendor:openai"], "action": "deny", "effective": "2999-01-01" } ] }""";

    public static int Run(int files, int methods, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("aitp-bench-").FullName;
        try
        {
            var feed = Path.Combine(folder, "feed");
            Dotnet(FindRoot(), "pack", "src/Package", "-c", "Release", "-o", feed, $"-p:Version={BenchPackage.Version}", "-v:q");
            BenchPackage.Forget();
            Measure("no policy, no restricted reference", null, null);
            Measure("policy, no restricted reference   ", Policy, null);
            Measure("restricted and used in few files  ", Policy, "Anthropic/12.36.0");
            Measure("restricted and used in every file ", Policy, "Anthropic/12.36.0", every: 1);
            return 0;

            void Measure(string situation, string? policy, string? restricted, int every = 50)
            {
                var project = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
                var characters = GeneratedProject.Write(project, feed, files, methods, policy, restricted, every);
                Dotnet(project, "restore", "--force", "--no-cache");
                Report($"{situation} ({files} files, {characters / 1024} KiB)", [.. Enumerable.Range(0, rounds).Select(_ => Build(project))]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(string situation, IReadOnlyList<Times> rounds)
    {
        foreach (var times in rounds.Append(new Times(rounds.Min(t => t.Ours), rounds.Min(t => t.Other), rounds.Min(t => t.Total))))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{situation}: ours {times.Ours,6:F3} s, banned symbols {times.Other,6:F3} s, all {times.Total,6:F3} s; ours / banned {times.Ours / times.Other:F2}, ours / all {times.Ours / times.Total:P1}"));
        }

        Console.WriteLine("(the last line: the least of each)");
    }

    private static Times Build(string project)
    {
        var log = Dotnet(project, "build", "--no-restore", "--no-incremental", "-p:ReportAnalyzer=true", "-v:d", "-tl:off");
        return new Times(Seconds(log, Ours), Seconds(log, Other), double.Parse(Total().Match(log).Groups["time"].Value, CultureInfo.InvariantCulture));
    }

    // "    0.124   12      AiToolPolicy.Analyzers.AiToolPolicyAnalyzer (AITP1001, …)"; "<0.001" for what is too little to be shown.
    private static double Seconds(string log, string analyzer)
    {
        var line = log.Split('\n').FirstOrDefault(l => l.Contains(analyzer, StringComparison.Ordinal) && Time().IsMatch(l))
            ?? throw new InvalidOperationException($"The compiler has not reported the time of {analyzer}:\n{log[^Math.Min(log.Length, 4000)..]}");
        return double.Parse(Time().Match(line).Groups["time"].Value, CultureInfo.InvariantCulture);
    }

    private static string Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };

        // A node that stays would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Analyzers.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is at no folder above.");
        }

        return folder;
    }

    private sealed record Times(double Ours, double Other, double Total);

    [GeneratedRegex(@"^\s*<?(?<time>[0-9]+\.[0-9]+)\s+<?[0-9]+\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"Total analyzer execution time: (?<time>[0-9.]+) seconds", RegexOptions.ExplicitCapture)]
    private static partial Regex Total();
}
