using System.Diagnostics;

namespace AiToolPolicy.Engine.Tests.Inspection.Settings;

/// <summary>However a file is written, what is declared in it is read in one pass.</summary>
public class ResourceLimitsTests
{
    [Theory]
    [InlineData("main.bicep", "param x array = [", "'a' ", "]")]
    [InlineData("main.bicep", "resource x ", "'a' ", "")]
    [InlineData("main.bicep", "", "kind: kind ", "")]
    [InlineData("main.bicep", "", "resource a 'b' = {\n", "")]
    [InlineData("main.bicep", "resource a 'x/y' = {\n", "resource b 'c' = {\n", "")]
    [InlineData(".env", "", "TF_VAR_", "KEY=1")]
    [InlineData(".env", "A", "_", "KEY=1")]
    public void A_long_file_is_read_in_reasonable_time(string path, string start, string middle, string end)
    {
        var watch = Stopwatch.StartNew();

        Seen.In(path, start + string.Concat(Enumerable.Repeat(middle, 100_000)) + end);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }
}
