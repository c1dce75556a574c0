using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Inspection.Guarding;

/// <summary>What weakens the check in a text, one line each: place and sentence; a hint with a question mark.</summary>
internal static class Weakened
{
    public static string By(string path, string text)
    {
        var context = Sample.Inspect(ReferenceSites.None, InputFile.Of(path, text.Replace('\'', '"')));
        return string.Join('\n', context.Weakenings.Select(w => $"{Rendered.Range(w.Location)}: {(w.IsHint ? "? " : "")}{w.What}"));
    }

    /// <summary>The same of one element, alone on line 2 of a project file.</summary>
    public static string ByElement(string element) => By("a.props", $"<Project>\n{element}\n</Project>");

    /// <summary>Whether the sentence is said, and nothing else.</summary>
    public static void Says(string expected, string actual) => Assert.True(
        expected.Length == 0 ? actual.Length == 0 : actual.Contains(expected, StringComparison.Ordinal) && !actual.Contains('\n', StringComparison.Ordinal),
        $"Expected: {expected}\nActual: {actual}");
}
