using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>What one build left behind, as far as it speaks of the check.</summary>
/// <param name="Name">The log or folder as it was named.</param>
internal sealed record BuildTrace(string Name)
{
    /// <summary>Everything that was built, asked or checked, by project and set of global properties.</summary>
    public List<ProjectTrace> Projects { get; } = [];

    /// <summary>Checks of what belongs to no project.</summary>
    public List<CheckTrace> RepositoryChecks { get; } = [];

    /// <summary>True for a binary log, which shows more than the records.</summary>
    public bool IsLog { get; init; }

    /// <summary>The UTC day on which the build began; null where nothing tells.</summary>
    public Day? Started { get; set; }

    /// <summary>Whether the build succeeded; null where its end is not in the log.</summary>
    public bool? Succeeded { get; set; }

    /// <summary>How the build was started.</summary>
    public string CommandLine { get; set; } = "";

    /// <summary>Why it could not be read, or not to its end.</summary>
    public string? Unreadable { get; set; }

    /// <summary>Whether nothing is missing: the build came to its end, well, and all of it could be read.</summary>
    public bool IsWhole => Unreadable is null && (!IsLog || Succeeded is true);

    /// <summary>Whether the end is missing: what is not in it may have followed. A build that failed came to its end.</summary>
    public bool IsCutOff => Unreadable is not null || (IsLog && Succeeded is null);

    /// <summary>The repository's root on the machine that built; empty where no record tells.</summary>
    public string Root => Projects
        .SelectMany(project => project.Checks, (project, check) => (project.File, Path: check.Record?.Project))
        .Where(pair => pair.Path is not null && pair.File.EndsWith("/" + pair.Path, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.File[..^(pair.Path!.Length + 1)])
        .FirstOrDefault("");
}

/// <summary>One project with one set of global properties.</summary>
/// <param name="File">On the machine that built, with forward slashes.</param>
internal sealed record ProjectTrace(string File)
{
    public string? Framework { get; set; }

    /// <summary>Whether a target ran that only runs when something is built.</summary>
    public bool IsBuilt { get; set; }

    /// <summary>Whether anybody asked for more than information about the project.</summary>
    public bool IsWanted { get; set; }

    /// <summary>Whether the compiler was left out because nothing had changed.</summary>
    public bool IsCompilationSkipped { get; set; }

    /// <summary>Whether the compiler runs the analyzer in projects of its kind.</summary>
    public bool HasAnalyzer => !File.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a target of the check's name stands that ran without the check's task.</summary>
    public string? TargetFile { get; set; }

    public List<CheckTrace> Checks { get; } = [];

    public List<CompilerCall> Compilations { get; } = [];

    /// <summary>What the compiler said about analyzers that it could not run.</summary>
    public List<string> AnalyzerFailures { get; } = [];
}

/// <summary>One run of the check's task.</summary>
/// <param name="TaskFile">The file that called it; empty where only the record is known.</param>
/// <param name="Assembly">The assembly it was loaded from; empty where only the record is known.</param>
internal sealed record CheckTrace(string TaskFile, string Assembly)
{
    public ProofRecord? Record { get; set; }

    /// <summary>What is wrong with the record.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether the check said that it failed.</summary>
    public bool HasFailed { get; set; }
}
