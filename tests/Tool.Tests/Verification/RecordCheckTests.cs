using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Tests.Verification;

public sealed class RecordCheckTests
{
    private const string Package = "/home/me/.nuget/packages/aitoolpolicy/1.0.0";

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Check_without_a_record_is_a_gap_only_where_the_log_may_have_been_cut_off_before_it(bool? succeeded, bool isGap)
    {
        var build = new BuildTrace("build.binlog") { IsLog = true, Succeeded = succeeded };
        var check = new CheckTrace(Package + "/build/AiToolPolicy.targets", Package + "/tasks/AiToolPolicy.Build.dll");

        var problem = Assert.Single(new RecordCheck(new Expectation()).Run(build, check));

        Assert.StartsWith("The check ran and left no record", problem.Message, StringComparison.Ordinal);
        Assert.Equal(isGap, problem.IsGap);
    }
}
