using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;
using SourceFile = AiToolPolicy.Engine.Text.SourceFile;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Reads a binary log from its first event to its last, keeping only what speaks of the check.</summary>
internal sealed class BinaryLog
{
    private const string Heading = "AiToolPolicy proof of check\n";
    private const string CheckTarget = "AiToolPolicyCheck";

    // They run in every build of a project, however it is built, and in nothing else.
    private static readonly string[] BuildTargets = ["BeforeBuild", "PrepareForBuild", "CoreCompile"];

    private static readonly string[] AnalyzerFailures = ["CS8032", "CS8033", "CS8034", "CS8040", "CS9057", "BC42376", "BC42377", "BC42378", "AD0001"];

    private readonly BuildTrace _trace;
    private readonly Dictionary<(int, int), ProjectTrace> _instances = [];
    private readonly Dictionary<(int, int, int), CheckTrace> _checks = [];
    private readonly Dictionary<(int, int, int), string> _compilers = [];

    private BinaryLog(string name) => _trace = new BuildTrace(name) { IsLog = true };

    /// <param name="path">The log; whatever is wrong with it is part of the answer.</param>
    public static BuildTrace Read(string path, CancellationToken cancellation)
    {
        var log = new BinaryLog(path);
        try
        {
            foreach (var record in new BinLogReader().ReadRecords(path))
            {
                cancellation.ThrowIfCancellationRequested();
                log.Take(record.Args);
            }
        }
#pragma warning disable CA1031 // A log is data from elsewhere: whatever breaks its reader makes it unreadable, and never readable by half.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log._trace.Unreadable = $"{error.GetType().Name}: {PlainText.Safe(error.Message)}";
        }

        return log._trace;
    }

    private void Take(BuildEventArgs? record)
    {
        switch (record)
        {
            case BuildStartedEventArgs started:
                _trace.Started ??= Day.Of(started.Timestamp.ToUniversalTime());
                break;
            case BuildFinishedEventArgs finished:
                _trace.Succeeded = finished.Succeeded;
                break;
            case ProjectStartedEventArgs { BuildEventContext: { } context } project:
                Start(project, context);
                break;
            case TargetStartedEventArgs { BuildEventContext: { } context } target when Instance(context) is { } instance:
                Start(target, instance);
                break;
            case TargetSkippedEventArgs { BuildEventContext: { } context, TargetName: "CoreCompile", SkipReason: TargetSkipReason.OutputsUpToDate } when Instance(context) is { } instance:
                instance.IsCompilationSkipped = true;
                break;
            case TaskStartedEventArgs { BuildEventContext: { } context } task:
                Start(task, context);
                break;
            case TaskCommandLineEventArgs { BuildEventContext: { } context } command when Instance(context) is { } instance && _compilers.TryGetValue(Key(context), out var assembly):
                instance.Compilations.Add(CompilerCall.Parse(command.CommandLine, assembly));
                break;
            case BuildWarningEventArgs { BuildEventContext: { } context } warning:
                Take(warning.Code, warning.Message, context);
                break;
            case BuildErrorEventArgs { BuildEventContext: { } context } error:
                Take(error.Code, error.Message, context);
                break;
            case BuildMessageEventArgs message:
                Take(message);
                break;
        }
    }

    // Restoring is no building, and neither a solution nor the check's own helper is a project to check.
    private void Start(ProjectStartedEventArgs project, BuildEventContext context)
    {
        var file = LoggedPath.Normal(project.ProjectFile ?? "");
        if (file.Length == 0 || project.GlobalProperties?.ContainsKey("MSBuildRestoreSessionId") == true || IsNoProject(file))
        {
            return;
        }

        if (!_instances.TryGetValue(InstanceKey(context), out var instance))
        {
            _instances[InstanceKey(context)] = instance = new ProjectTrace(file) { Framework = project.GlobalProperties?.TryGetValue("TargetFramework", out var framework) == true ? framework : null };
            _trace.Projects.Add(instance);
        }

        var targets = (project.TargetNames ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        instance.IsWanted |= targets.Length == 0 || !Array.TrueForAll(targets, IsQuestion);
    }

    private static void Start(TargetStartedEventArgs target, ProjectTrace instance)
    {
        instance.IsBuilt |= BuildTargets.Contains(target.TargetName, StringComparer.OrdinalIgnoreCase);
        if (string.Equals(target.TargetName, CheckTarget, StringComparison.OrdinalIgnoreCase))
        {
            instance.TargetFile = LoggedPath.Normal(target.TargetFile ?? "");
        }
    }

    private void Start(TaskStartedEventArgs task, BuildEventContext context)
    {
        var assembly = LoggedPath.Normal((task as TaskStartedEventArgs2)?.TaskAssemblyLocation ?? "");
        if (task.TaskName is "CheckProject" or "RunRequest")
        {
            var check = new CheckTrace(LoggedPath.Normal(task.TaskFile ?? ""), assembly);
            _checks[Key(context)] = check;
            (task.TaskName == "RunRequest" ? _trace.RepositoryChecks : Instance(context)?.Checks)?.Add(check);
        }
        else if (task.TaskName == "CheckReferences" && Instance(context)?.Checks.LastOrDefault() is { } made && LoggedPath.AreEqual(made.Assembly, assembly))
        {
            // It adds to the record of the same project's check.
            _checks[Key(context)] = made;
        }
        else if (task.TaskName is "Csc" or "Vbc")
        {
            _compilers[Key(context)] = assembly;
        }
    }

    // A record counts only from the task that makes it; anybody can write such a message.
    private void Take(BuildMessageEventArgs message)
    {
        if (message.BuildEventContext is { } context && _checks.TryGetValue(Key(context), out var check) && message.Message?.StartsWith(Heading, StringComparison.Ordinal) == true)
        {
            (check.Record, check.Problem) = ProofReader.Read(new SourceFile("record", message.Message[Heading.Length..]));
        }
        else if (_trace.CommandLine.Length == 0 && message.Message?.StartsWith("Command line arguments = ", StringComparison.Ordinal) == true)
        {
            _trace.CommandLine = message.Message;
        }
    }

    private void Take(string? code, string? message, BuildEventContext context)
    {
        if (code == Rules.CheckFailed.Id && _checks.TryGetValue(Key(context), out var check))
        {
            check.HasFailed = true;
        }

        if (code is not null && AnalyzerFailures.Contains(code) && message?.Contains("AiToolPolicy", StringComparison.Ordinal) == true)
        {
            Instance(context)?.AnalyzerFailures.Add(code);
        }
    }

    private static bool IsNoProject(string file) =>
        PackagePlace.IsHelper(file) || Array.Exists([".sln", ".slnx", ".slnf", ".metaproj"], ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // What projects ask each other before one of them is built, and what undoes a build.
    private static bool IsQuestion(string target) =>
        target.TrimStart('_').StartsWith("Get", StringComparison.OrdinalIgnoreCase) || target.Equals("Clean", StringComparison.OrdinalIgnoreCase);

    private ProjectTrace? Instance(BuildEventContext context) => _instances.GetValueOrDefault(InstanceKey(context));

    private static (int, int) InstanceKey(BuildEventContext context) => (context.SubmissionId, context.ProjectInstanceId);

    private static (int, int, int) Key(BuildEventContext context) => (context.NodeId, context.ProjectContextId, context.TaskId);
}
