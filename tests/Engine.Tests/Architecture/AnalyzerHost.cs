using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>Loads analyzers from where they lie, and gives them the options that the engine's build does.</summary>
internal sealed class AnalyzerHost : IAnalyzerAssemblyLoader
{
    public AnalyzerHost() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        _folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path ? context.LoadFromAssemblyPath(path) : null;

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    public void AddDependencyLocation(string fullPath) => _folders.Add(Path.GetDirectoryName(fullPath)!);

    public Assembly LoadFromPath(string fullPath)
    {
        AddDependencyLocation(fullPath);
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }

    internal sealed class Enforced : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = "true";
                return key == "build_property.EnforceExtendedAnalyzerRules";
            }
        }
    }
}
