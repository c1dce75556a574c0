using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Files.Compiling;

/// <summary>What the error log that the compiler wrote when it last ran (SARIF 2.1) says of our rules.</summary>
public sealed class CompilerLog
{
    // As the compiler writes a result of ours. The rules of every analyzer that ran stand in each log, ours too; most logs have no result of it.
    private const string ResultOfOurs = "\"ruleId\": \"AITP";

    private const string RuleOfOurs = "\"AITP1009\"";

    private IReadOnlyList<SourceResult>? _results;

    public static CompilerLog None { get; } = new();

    /// <summary>Whether there is a log that could be read.</summary>
    public bool IsThere { get; private init; }

    /// <summary>False when the compiler ran without our analyzer.</summary>
    public bool KnowsOurRules { get; private init; }

    /// <summary>Everything but notes, which were not shown when the compiler ran, unless an exemption made them such; by place.</summary>
    public IReadOnlyList<SourceResult> All { get; private init; } = [];

    /// <summary>Without errors, which stopped the compiler, unless they were suppressed or exempted.</summary>
    public IReadOnlyList<SourceResult> Results => _results ??= [.. All.Where(result => result.IsSuppressed || result.Exemption is not null || result.Severity == Severity.Warning)];

    /// <param name="folder">The project's folder, to which a relative path refers.</param>
    public static CompilerLog Read(string path, string folder)
    {
        if (!File.Exists(path) || TextFile.Read(path, TextFile.AssetsLimit).Text is not { } text)
        {
            return None;
        }

        return new CompilerLog
        {
            IsThere = true,
            KnowsOurRules = text.IndexOf(RuleOfOurs, StringComparison.Ordinal) >= 0,
            All = text.IndexOf(ResultOfOurs, StringComparison.Ordinal) < 0 ? [] : ResultsIn(text, Path.GetFileName(path), folder),
        };
    }

    private static IReadOnlyList<SourceResult> ResultsIn(string text, string name, string folder)
    {
        var root = JsonReader.Read(new SourceFile(name, text), JsonOptions.Relaxed).Root as JsonObject;
        return
        [
            .. Objects(root?["runs"])
                .SelectMany(run => Objects(run["results"]).Select(result => Result(run, result, folder)))
                .OfType<SourceResult>()
                .OrderBy(result => result.Path, StringComparer.Ordinal).ThenBy(result => result.Line).ThenBy(result => result.Column),
        ];
    }

    private static SourceResult? Result(JsonObject run, JsonObject result, string folder)
    {
        if (Rules.ById(Text(result["ruleId"]) ?? "") is not { } rule)
        {
            return null;
        }

        var own = (result["properties"] as JsonObject)?["customProperties"] as JsonObject;
        var suppression = Objects(result["suppressions"]).FirstOrDefault();
        var pragma = Text(own?["exemption"]);
        var exemption = Text(own?["exempted"]) is { } text ? ExemptionNoteText.Read(text) : null;
        var isSuppressed = exemption is null && (suppression is not null || pragma is not null);
        var severity = SeverityOf(pragma is null && exemption is null ? Text(result["level"]) : Text(own?["severity"]));
        if (severity is null)
        {
            return null;
        }

        var place = Objects(result["locations"]).Select(location => location["physicalLocation"]).OfType<JsonObject>().FirstOrDefault();
        var region = place?["region"] as JsonObject;
        return new SourceResult(
            rule,
            severity.Value,
            Text((result["message"] as JsonObject)?["text"]) ?? "",
            HelpLink(run, result) ?? rule.HelpLink,
            FileOf(Text((place?["artifactLocation"] as JsonObject)?["uri"]) ?? "", folder),
            Number(region?["startLine"]),
            Number(region?["startColumn"]))
        {
            IsSuppressed = isSuppressed,
            Exemption = exemption,
            Fields = pragma ?? Text(suppression?["justification"]),
            PragmaLine = int.TryParse(Text(own?["exemptionLine"]), out var line) ? line : 0,
            Tool = Text(own?["tool"]),
            Surface = Text(own?["surface"]),
            Seen = Text(own?["seen"]),
            Strength = Text(own?["strength"]),
            IsExemptable = Text(own?["exemptable"]) != "false",
        };
    }

    private static Severity? SeverityOf(string? level) => level switch
    {
        null or "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => null,
    };

    private static string? HelpLink(JsonObject run, JsonObject result)
    {
        var rules = Objects(((run["tool"] as JsonObject)?["driver"] as JsonObject)?["rules"]).ToList();
        var index = result["ruleIndex"] is null ? -1 : Number(result["ruleIndex"]);
        return index >= 0 && index < rules.Count ? Text(rules[index]["helpUri"]) : null;
    }

    private static string FileOf(string uri, string folder)
    {
        if (Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile)
        {
            return absolute.LocalPath;
        }

        return Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(uri)));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static string? Text(JsonNode? node) => (node as JsonString)?.Value;

    private static int Number(JsonNode? node) => node is JsonNumber number && int.TryParse(number.Raw, out var value) ? value : 0;
}
