using AiToolPolicy.Benchmarks;
using BenchmarkDotNet.Running;

// "build-overhead [PROJECTS] [ROUNDS]" measures whole builds, "analyzer-time [FILES] [METHODS] [ROUNDS]" the analyzer in the compiler; everything else goes to BenchmarkDotNet (--filter * runs all).
if (args is ["build-overhead", ..])
{
    return BuildOverhead.Run(args.Length > 1 ? int.Parse(args[1]) : 60, args.Length > 2 ? int.Parse(args[2]) : 5);
}

if (args is ["analyzer-time", ..])
{
    return AnalyzerTime.Run(Argument(1, 500), Argument(2, 4), Argument(3, 3));
}

BenchmarkSwitcher.FromAssembly(typeof(BuildOverhead).Assembly).Run(args);
return 0;

int Argument(int index, int otherwise) => args.Length > index ? int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
