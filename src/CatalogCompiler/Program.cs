using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

// Arguments: the catalog folder, the file to write. Problems are printed in MSBuild's canonical form, so that the build shows them as errors.
var (folder, output) = (args[0], args[1]);
var problems = new List<JsonProblem>();
var reader = new CatalogReader(problems);
var data = CatalogData.Empty;
foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
{
    var document = JsonReader.Read(new SourceFile(path, File.ReadAllText(path)), JsonOptions.Strict);
    problems.AddRange(document.Problems);
    if (document.Root is JsonObject root)
    {
        data = data.With(reader.Read(root));
    }
}

foreach (var problem in problems)
{
    Console.Error.WriteLine($"{problem.Location}: error AITP3001: {problem.Message}");
}

if (problems.Count > 0 || data.Tools.Count == 0)
{
    Console.Error.WriteLine($"error AITP3001: the catalog in {folder} was not compiled.");
    return 1;
}

using var stream = File.Create(output);
CompiledCatalog.Write(stream, data);
return 0;
