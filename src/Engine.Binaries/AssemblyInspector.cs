using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>
/// Assemblies that stand as files in what is inspected, by their metadata. Evidence is placed where a project references the file, else at the file.
/// </summary>
public sealed class AssemblyInspector : IInspector
{
    private static readonly string[] Endings = [".dll", ".exe", ".netmodule"];

    public bool Reads(InputFile file) => Endings.Any(file.Name.EndsWithIgnoringCase);

    public void Inspect(InputFile file, InspectionContext context)
    {
        var reading = Read(file);
        if (reading.Problem is { } problem)
        {
            context.AddProblem(problem, Location.StartOf(file.Path));
        }

        var signs = reading.Facts is null ? [] : AssemblySigns.Of(reading.Facts, context.Catalog);
        foreach (var location in signs.Count == 0 ? [] : Places(file, context))
        {
            foreach (var sign in signs)
            {
                context.Add(sign.Evidence(file.Name, location));
            }
        }
    }

    /// <summary>What the file's metadata says.</summary>
    public static AssemblyReading Read(InputFile file)
    {
        var bytes = file.Open();
        using var stream = bytes.Stream;
        return stream is null ? AssemblyReading.Failed(bytes.Failure ?? "it could not be read.") : AssemblyReader.Read(stream);
    }

    private static IReadOnlyList<Location> Places(InputFile file, InspectionContext context) =>
        context.AssemblySites.Find(file.Path) is { Count: > 0 } sites ? sites : [Location.StartOf(file.Path)];
}
