using AiToolPolicy.Benchmarks;
using BenchmarkDotNet.Running;

// "build-overhead [PROJECTS] [ROUNDS]" measures whole builds; everything else goes to BenchmarkDotNet (--filter * runs all).
if (args is ["build-overhead", ..])
{
    return BuildOverhead.Run(args.Length > 1 ? int.Parse(args[1]) : 60, args.Length > 2 ? int.Parse(args[2]) : 5);
}

BenchmarkSwitcher.FromAssembly(typeof(BuildOverhead).Assembly).Run(args);
return 0;
