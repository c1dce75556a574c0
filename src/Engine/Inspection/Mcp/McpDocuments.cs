using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Toml;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>MCP servers in a text that a script writes to a file or hands to a program. Whose file that is, is not known: only its servers count.</summary>
internal static class McpDocuments
{
    // What the shell or a pipeline puts in later; it is never long.
    private const int LongestHole = 500;

    private static readonly (string Open, string Close)[] Holes = [("${{", "}}"), ("${", "}"), ("$(", ")")];

    /// <param name="line">The line of the script that says where the text goes.</param>
    /// <param name="strength">How much it proves that the script is there.</param>
    public static void Inspect(PlacedText document, string line, Strength strength, InspectionContext context)
    {
        var isMcp = McpServerLists.IsMcpName(line);
        var most = IsPrinted(line) ? Strength.Mention : strength;
        var text = new SourceFile(document.File.Path, isMcp || McpServerLists.MayBeIn(document.Text) ? WithoutHoles(document.Text) : "");
        if (Read(text) is not { } root)
        {
            return;
        }

        var inner = new InspectionContext(context.Catalog, context.Sites, context.CentralVersions);
        McpServerLists.Inspect(root, isMcp, inner);
        foreach (var evidence in inner.Evidence.Concat(inner.Waiting))
        {
            context.Add(evidence with { Location = Place(evidence.Location, text, document), Strength = evidence.Strength < most ? evidence.Strength : most });
        }
    }

    // "cat <<EOF" alone shows a person what to write.
    private static bool IsPrinted(string line)
    {
        var command = line.TrimStart();
        return command.StartsWith("cat", StringComparison.Ordinal) && command.IndexOf('>') < 0 && command.IndexOf('|') < 0;
    }

    // A text need not be either; JSON counts up to its first mistake, as everywhere.
    private static JsonObject? Read(SourceFile text)
    {
        if (text.Text.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            var json = JsonReader.Read(text, JsonOptions.Relaxed);
            return (json.Root ?? json.Partial) as JsonObject;
        }

        var toml = text.Text.Length == 0 ? null : TomlReader.Read(text);
        return toml?.Problems.Count == 0 ? toml.Root as JsonObject : null;
    }

    private static Location Place(Location inner, SourceFile text, PlacedText document)
    {
        var start = text.OffsetOf(inner.Line, inner.Column);
        return document.At(start, text.OffsetOf(inner.EndLine, inner.EndColumn) - start);
    }

    // Outside of quotes a value that comes later becomes some value; within them an escape that is the shell's goes. Every character keeps its place.
    private static string WithoutHoles(string text)
    {
        var filled = text.ToCharArray();
        var isQuoted = false;
        for (var i = 0; i < filled.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < filled.Length)
            {
                filled[i] = text[i + 1] is '$' or '`' ? ' ' : '\\';
                i++;
            }
            else if (text[i] == '$' && !isQuoted)
            {
                var length = HoleLength(text, i);
                filled[i] = '0';
                for (var end = i + length; i + 1 < end; i++)
                {
                    filled[i + 1] = ' ';
                }
            }
            else
            {
                isQuoted ^= text[i] == '"';
            }
        }

        return new string(filled);
    }

    private static int HoleLength(string text, int start)
    {
        var (open, close) = Array.Find(Holes, hole => string.CompareOrdinal(text, start, hole.Open, 0, hole.Open.Length) == 0);
        if (open is null)
        {
            var length = 1;
            while (start + length < text.Length && (char.IsLetterOrDigit(text[start + length]) || text[start + length] == '_'))
            {
                length++;
            }

            return length;
        }

        var end = text.IndexOf(close, start, Math.Min(LongestHole, text.Length - start), StringComparison.Ordinal);
        return end < 0 ? 1 : end + close.Length - start;
    }
}
