using System.CommandLine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Catalog;
using CatalogTool = AiToolPolicy.Engine.Catalog.Tool;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>catalog search|show|list|verify</c>: what the catalog knows, and whether own additions to it are right.</summary>
internal sealed class CatalogCommand
{
    private static readonly ToolCatalog Known = CompiledCatalog.Embedded;

    private readonly Surroundings _surroundings;

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the answer.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private readonly Argument<string> _word = new("WORD") { Description = "A part of a name, or of any sign: a package id, a file, a host, a variable." };

    private readonly Argument<string> _id = new("ID") { Description = "The tool's id." };

    private readonly Argument<string> _file = new("FILE") { Description = "A file of the catalog's shape, or a policy with 'catalog'." };

    private readonly Option<string?> _vendor = new("--vendor") { Description = "Only the tools of this vendor, by its id.", HelpName = "ID" };

    private readonly Option<string?> _category = new("--category") { Description = "Only the tools of this category.", HelpName = "NAME" };

    private CatalogCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Surroundings surroundings)
    {
        var catalog = new CatalogCommand(surroundings);
        return new Command("catalog", "Shows the catalog of AI tools, and checks own additions to it.")
        {
            Verb("search", "Finds tools by a part of their name, their vendor's, or of any sign.", catalog.Search, catalog._word, catalog._format),
            Verb("show", "Shows a tool with all its signs, how well each is known and where from.", catalog.Show, catalog._id, catalog._format),
            Verb("list", "Lists all tools.", catalog.List, catalog._vendor, catalog._category, catalog._format),
            Verb("verify", "Checks own additions as the catalog's own files are checked, and runs their examples.", catalog.Verify, catalog._file, catalog._format),
        };
    }

    private static Command Verb(string name, string description, Func<ParseResult, int> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else if (symbol is Option option)
            {
                command.Add(option);
            }
        }

        command.SetAction(run);
        return command;
    }

    private int Search(ParseResult parsed)
    {
        var word = parsed.GetValue(_word)!;
        bool Holds(string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

        var signs = Known.Signatures.Where(s => s.Tool is not null && Holds(s.Value)).ToLookup(s => s.Tool!.Id, StringComparer.Ordinal);
        var found = Sorted(Known.Tools)
            .Select(tool => (Tool: tool, IsNamed: Holds(tool.Id) || Holds(tool.Name) || Holds(tool.Vendor.Id) || Holds(tool.Vendor.Name)))
            .Where(candidate => candidate.IsNamed || signs.Contains(candidate.Tool.Id))
            .Select(candidate => new FoundTool(candidate.Tool, candidate.IsNamed ? null : signs[candidate.Tool.Id].First()))
            .ToList();
        return Answer(parsed, found, $"No tool of the catalog has '{PlainText.Safe(word)}' in its name or in a sign.");
    }

    private int List(ParseResult parsed)
    {
        var vendor = KnownOrNull(parsed.GetValue(_vendor), "vendor", Known.Vendors.Select(v => v.Id));
        var category = KnownOrNull(parsed.GetValue(_category), "category", Known.Tools.Select(t => t.Category).Distinct());
        var found = Sorted(Known.Tools).Where(t => (vendor is null || t.Vendor.Id == vendor) && (category is null || t.Category == category));
        return Answer(parsed, [.. found.Select(tool => new FoundTool(tool, null))], "The catalog has no such tool.");
    }

    private int Show(ParseResult parsed)
    {
        var id = KnownOrNull(parsed.GetValue(_id), "tool", Known.Tools.Select(t => t.Id))!;
        return Write(ToolPage.Render(Known.Tool(id)!, CatalogFacts.Tool(id)!, parsed.GetValue(_format)!), ExitCode.Clean);
    }

    private int Verify(ParseResult parsed)
    {
        var path = parsed.GetValue(_file)!;
        var result = CatalogVerifier.Verify(SourceOf(path), Known);
        var text = parsed.GetValue(_format) == "json"
            ? JsonWriter.Object(json =>
            {
                json.Number("tools", result.Tools);
                json.Number("signatures", result.Signatures);
                json.Objects("problems", result.Problems, problem =>
                {
                    json.String("message", problem.Message);
                    json.Number("line", problem.Location.Line);
                    json.Number("column", problem.Location.Column);
                });
            })
            : string.Concat(result.Problems.Select(p => $"{PlainText.Safe(path, 4096)}({p.Location.Line},{p.Location.Column}): error AITP3001: {p.Message}\n"))
                + $"{Counted.Of(result.Tools, "tool")}, {Counted.Of(result.Signatures, "signature")}, {Counted.Of(result.Problems.Count, "problem")}\n";
        return Write(text, result.Problems.Count > 0 ? ExitCode.Unusable : ExitCode.Clean);
    }

    private static SourceFile SourceOf(string path)
    {
        var read = TextFile.Read(path);
        return read.Text is { } text ? new SourceFile(path.Replace('\\', '/'), text) : throw new UsageException($"'{PlainText.Safe(path)}' cannot be read: {read.Failure}");
    }

    private int Answer(ParseResult parsed, List<FoundTool> found, string otherwise)
    {
        var format = parsed.GetValue(_format)!;
        return Write(found.Count == 0 && format == "text" ? otherwise + "\n" : ToolLines.Render(found, format), ExitCode.Clean);
    }

    private int Write(string text, int code)
    {
        _surroundings.Output.Write(text);
        _surroundings.Output.Flush();
        return code;
    }


    private static IEnumerable<CatalogTool> Sorted(IEnumerable<CatalogTool> tools) => tools.OrderBy(tool => tool.Id, StringComparer.Ordinal);

    private static string? KnownOrNull(string? name, string what, IEnumerable<string> known)
    {
        var ids = known.ToList();
        return name is null || ids.Contains(name) ? name : throw new UsageException($"No {what} '{PlainText.Safe(name)}' is in the catalog.{Nearest.Hint(name, ids)}");
    }
}
