using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Tool.Tests.Fixtures;

/// <summary>An assembly of a fixture, made here because a repository of source is no place for one. A line says what it is: <c>PATH = NAME with COUNT types in NAMESPACE</c>.</summary>
internal static partial class FixtureLibrary
{
    /// <param name="lines">The types may be left out.</param>
    public static IEnumerable<InputFile> Read(IEnumerable<string> lines) => lines.Select(line => Line().Match(line)).Select(line =>
    {
        Assert.True(line.Success);
        var bytes = Build(line.Groups["name"].Value, line.Groups["space"].Value, int.TryParse(line.Groups["count"].Value, CultureInfo.InvariantCulture, out var count) ? count : 0);
        return new InputFile(line.Groups["path"].Value, () => FileText.Failed("it is no text."), () => FileBytes.Of(new MemoryStream(bytes)));
    });

    private static byte[] Build(string name, string space, int count)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        for (var i = 0; i < count; i++)
        {
            module.DefineType($"{space}.Type{i}", TypeAttributes.Public).CreateType();
        }

        using var stream = new MemoryStream();
        assembly.Save(stream);
        return stream.ToArray();
    }

    [GeneratedRegex(@"^(?<path>\S+) = (?<name>\S+)( with (?<count>\d+) types in (?<space>\S+))?$")]
    private static partial Regex Line();
}
