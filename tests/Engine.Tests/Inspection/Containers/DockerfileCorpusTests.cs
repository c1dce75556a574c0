using AiToolPolicy.Engine.Inspection.Containers;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection.Containers;

/// <summary>BuildKit's own files, each with what its parser makes of it.</summary>
public class DockerfileCorpusTests
{
    [Fact]
    public void Instructions_flags_and_commands_are_those_of_the_reference()
    {
        var folders = Directory.GetDirectories(Surroundings.Corpus("dockerfile/testfiles")).Order(StringComparer.Ordinal).ToList();
        Assert.True(folders.Count > 25);
        foreach (var folder in folders)
        {
            var expected = File.ReadAllLines(Path.Combine(folder, "result")).Where(l => l.Length > 0).ToList();
            var actual = DockerfileReader.Read(PlacedText.Of(new SourceFile("Dockerfile", File.ReadAllText(Path.Combine(folder, "Dockerfile"))))).ToList();
            Assert.True(expected.Count == actual.Count, $"{Path.GetFileName(folder)}: {actual.Count} instructions, not {expected.Count}");
            foreach (var (line, instruction) in expected.Zip(actual))
            {
                AssertSame(line, instruction, Path.GetFileName(folder));
            }
        }
    }

    // (run "apt-get update"), (copy ["--user=me"] "foo" "/tmp/"), (cmd "a" "b") for a JSON array, (onbuild (run "x"))
    private static void AssertSame(string line, DockerInstruction instruction, string file)
    {
        var head = "(" + instruction.Name.ToLowerInvariant();
        Assert.True(line.StartsWith(head, StringComparison.Ordinal), $"{file}: {line} is read as {instruction.Name}");
        var flags = instruction.Flags.Count == 0 ? "" : " [" + string.Join(" ", instruction.Flags.Select(f => $"\"{f.Text}\"")) + "]";
        Assert.True(line.StartsWith(head + flags, StringComparison.Ordinal), $"{file}: {line} has not the flags {flags}");
        var isShellForm = instruction.Name is "RUN" or "CMD" or "ENTRYPOINT" && !instruction.Arguments.Text.StartsWith('[') && instruction.Arguments.Text.Length > 0;
        if (isShellForm)
        {
            var quoted = "\"" + instruction.Arguments.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
            Assert.Equal($"{file}: {head}{flags} {quoted})", $"{file}: {line}");
        }
    }
}
