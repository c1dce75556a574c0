using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Containers;

/// <summary>Follows a Dockerfile from the top: which stages there are, what its arguments are by default, which shell runs its commands.</summary>
internal sealed class DockerBuild(ToolSigns signs)
{
    private static readonly string[] SourceKeys = ["--from=", ",from=", "=from="];

    private readonly Dictionary<string, string> _arguments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stages = new(StringComparer.OrdinalIgnoreCase);
    private ShellDialect _shell;

    public void Take(DockerInstruction instruction)
    {
        switch (instruction.Name)
        {
            case "FROM":
                From(instruction);
                break;
            case "ARG" or "ENV":
                Variables(instruction);
                break;
            case "RUN":
                Run(instruction);
                break;
            case "CMD" or "ENTRYPOINT":
                signs.Script(Script(instruction.Arguments), _shell);
                break;
            case "HEALTHCHECK" when instruction.Arguments.Text.StartsWith("CMD ", StringComparison.OrdinalIgnoreCase):
                signs.Script(Script(From(instruction.Arguments, "CMD ".Length)), _shell);
                break;
            case "SHELL":
                Shell(instruction.Arguments.Text);
                break;
            case "COPY" or "ADD":
                Documents(instruction);
                break;
            case "ONBUILD" when !instruction.Arguments.Text.StartsWith("ONBUILD", StringComparison.OrdinalIgnoreCase):
                Take(DockerfileReader.Parse(instruction.Arguments, _ => []));
                break;
        }

        foreach (var flag in instruction.Flags)
        {
            CopiedFrom(flag);
        }
    }

    private void From(DockerInstruction instruction)
    {
        var words = Words(instruction.Arguments);
        if (words.Count == 0)
        {
            return;
        }

        Image(words[0]);
        if (words.Count > 2 && words[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase))
        {
            _stages.Add(words[2].Text);
        }
    }

    // --from=image, --mount=type=bind,from=image
    private void CopiedFrom(PlacedText flag)
    {
        foreach (var key in SourceKeys.Where(key => flag.Text.Contains(key)))
        {
            var start = flag.Text.IndexOf(key, StringComparison.Ordinal) + key.Length;
            var end = flag.Text.IndexOf(',', start);
            var source = flag.Part(start, (end < 0 ? flag.Text.Length : end) - start);
            if (!source.Text.All(char.IsDigit))
            {
                Image(source);
            }
        }
    }

    private void Image(PlacedText reference)
    {
        var name = Expanded(reference.Text);
        if (!_stages.Contains(name))
        {
            signs.Image(name == reference.Text ? reference : reference.Standing(name));
        }
    }

    private void Variables(DockerInstruction instruction)
    {
        var words = Words(instruction.Arguments);
        // ENV NAME value is the old form, with one name.
        var isOld = instruction.Name == "ENV" && words.Count > 0 && !words[0].Text.Contains('=');
        foreach (var word in isOld ? words.Take(1) : words)
        {
            var equal = word.Text.IndexOf('=');
            var name = equal < 0 ? word.Text : word.Text.Substring(0, equal);
            signs.Variable(name, word.At(0, name.Length), equal < 0 ? null : word.Text.Substring(equal + 1).Trim('"', '\''));
            if (equal >= 0 && instruction.Name == "ARG")
            {
                _arguments[name] = Expanded(word.Text.Substring(equal + 1).Trim('"', '\''));
            }
        }
    }

    private void Run(DockerInstruction instruction)
    {
        signs.Script(Script(instruction.Arguments), _shell);
        // "RUN <<EOF" hands the document to the shell, "RUN sh <<EOF" to what it names.
        var command = instruction.Arguments.Text;
        if (command.StartsWith("<<", StringComparison.Ordinal) || ShellCommands.IsShell(command.Split(' ')[0]))
        {
            foreach (var document in instruction.Documents.Where(d => ScriptFiles.DialectOfShebang(d.Text) is not null || !d.Text.StartsWith("#!", StringComparison.Ordinal)))
            {
                signs.Script(document, _shell);
            }
        }
        else
        {
            Documents(instruction);
        }
    }

    // What is written into the image as it stands here.
    private void Documents(DockerInstruction instruction)
    {
        foreach (var document in instruction.Documents)
        {
            signs.Document(document, instruction.Arguments.Text);
        }
    }

    private void Shell(string shell)
    {
        var isPowerShell = shell.IndexOf("powershell", StringComparison.OrdinalIgnoreCase) >= 0 || shell.IndexOf("pwsh", StringComparison.OrdinalIgnoreCase) >= 0;
        _shell = isPowerShell ? ShellDialect.PowerShell : shell.Contains("cmd") ? ShellDialect.Batch : ShellDialect.Posix;
    }

    private static PlacedText Script(PlacedText arguments) => CommandLine.OfJson(arguments) ?? arguments;

    private static PlacedText From(PlacedText text, int start) => text.Part(start, text.Text.Length - start);

    // $NAME, ${NAME}, ${NAME:-default}, with the defaults that the file itself gives; what stays open stays as it is.
    private string Expanded(string text)
    {
        for (var at = text.IndexOf('$'); at >= 0 && text.Length < 1000; at = text.IndexOf('$', at + 1))
        {
            var isBraced = at + 1 < text.Length && text[at + 1] == '{';
            var start = at + (isBraced ? 2 : 1);
            var name = new string([.. text.Skip(start).TakeWhile(c => char.IsLetterOrDigit(c) || c == '_')]);
            var close = isBraced ? text.IndexOf('}', start) : start + name.Length - 1;
            if (name.Length == 0 || close < 0)
            {
                continue;
            }

            var operation = isBraced ? text.Substring(start + name.Length, close - start - name.Length) : "";
            var fallback = operation.StartsWith(":-", StringComparison.Ordinal) ? operation.Substring(2) : null;
            if ((_arguments.TryGetValue(name, out var value) ? value : fallback) is { } known)
            {
                text = text.Substring(0, at) + known + text.Substring(close + 1);
            }
        }

        return text;
    }

    private static List<PlacedText> Words(PlacedText text)
    {
        var words = new List<PlacedText>();
        var quote = '\0';
        var start = -1;
        for (var i = 0; i <= text.Text.Length; i++)
        {
            var c = i < text.Text.Length ? text.Text[i] : ' ';
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (start >= 0)
                {
                    words.Add(text.Part(start, i - start));
                }

                start = -1;
                continue;
            }

            start = start < 0 ? i : start;
            quote = quote == '\0' && c is '"' or '\'' ? c : c == quote ? '\0' : quote;
        }

        if (start >= 0 && start < text.Text.Length)
        {
            words.Add(text.Part(start, text.Text.Length - start));
        }

        return words;
    }
}
