using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Tests;

public sealed class UnifiedDiffTests
{
    private static string Text(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    [Fact]
    public void Distant_changes_are_hunks_of_their_own()
    {
        var before = Enumerable.Range(1, 30).Select(i => $"l{i}").ToList();
        var after = before.Select(line => line is "l5" or "l25" ? line + "x" : line).Where(line => line != "l6").ToList();

        Assert.Equal(
            """
            --- a/f
            +++ b/f
            @@ -2,8 +2,7 @@
             l2
             l3
             l4
            -l5
            -l6
            +l5x
             l7
             l8
             l9
            @@ -22,7 +21,7 @@
             l22
             l23
             l24
            -l25
            +l25x
             l26
             l27
             l28

            """,
            UnifiedDiff.Of("f", Text(before), Text(after)));
    }

    [Fact]
    public void New_file_comes_from_nowhere() =>
        Assert.Equal("--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n\\ No newline at end of file\n", UnifiedDiff.Of("f", null, "a"));

    [Fact]
    public void Text_that_a_terminal_or_a_pipeline_would_obey_is_shown_and_not_sent() =>
        Assert.Equal("--- a/f\n+++ b/f\n@@ -1,1 +1,1 @@\n-\ta\\u{001B}[2J\r\n+# #vso[task.complete]b\r\n", UnifiedDiff.Of("f", "\ta\u001b[2J\r\n", "##vso[task.complete]b\r\n"));

    [Fact]
    public void Script_leads_from_one_text_to_the_other_whatever_they_are()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            string[] Lines() => [.. Enumerable.Range(0, random.Next(12)).Select(_ => "abc"[random.Next(3)].ToString())];
            var (before, after) = (Lines(), Lines());

            var script = LineDiff.Of(before, after);

            Assert.Equal(before, script.Where(line => line.Mark != '+').Select(line => line.Line));
            Assert.Equal(after, script.Where(line => line.Mark != '-').Select(line => line.Line));
        }
    }
}
