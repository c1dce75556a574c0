using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Tests.Documents;

namespace AiToolPolicy.Engine.Tests.Inspection.Guarding;

public partial class PackageNameTests
{
    [Fact]
    public void Every_task_of_the_package_is_known()
    {
        var registered = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Package"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".targets" or ".props" or ".proj")
            .SelectMany(path => UsingTask().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(registered, PackageName.Tasks.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"<UsingTask TaskName=""AiToolPolicy\.Build\.(?<name>\w+)""")]
    private static partial Regex UsingTask();
}
