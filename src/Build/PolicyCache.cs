using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What this node and build already know of a policy file. Reading a policy costs a fresh node far more than looking at a project.</summary>
internal sealed class PolicyCache(string? path, bool isNamed, string root)
{
    private static readonly object Gate = new();

    private readonly object _gate = new();
    private LoadedPolicy? _policy;
    private bool? _mayDefineTools;
    private FileText? _text;
    private string? _digest;

    public static PolicyCache For(IBuildEngine4 engine, ProjectInputs inputs)
    {
        var path = inputs.Named ?? PolicyLocator.Nearest(inputs.ProjectFolder);
        var key = (typeof(PolicyCache).FullName, path, inputs.Root);
        lock (Gate)
        {
            if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is PolicyCache known)
            {
                return known;
            }

            var cache = new PolicyCache(path, inputs.Named is not null, inputs.Root);
            engine.RegisterTaskObject(key, cache, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            return cache;
        }
    }

    /// <summary>The policy file, absolute; null when there is none.</summary>
    public string? Path => path;

    /// <summary>False when the check is switched off and the policy lets it be.</summary>
    public bool IsWanted(string? enabled) => !IsSwitchedOff(enabled) || (Load().Policy?.Locked ?? false);

    public static bool IsSwitchedOff(string? enabled) => string.Equals(enabled, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tools to look for.</summary>
    public ToolCatalog Catalog => MayDefineTools ? Load().Catalog : CompiledCatalog.Embedded;

    /// <summary>False when the embedded catalog certainly knows every tool that the policy can speak of.</summary>
    public bool MayDefineTools
    {
        get
        {
            lock (_gate)
            {
                return _mayDefineTools ??= path is not null && (Text().Text is not { } text || PolicyFile.MayDefineTools(text));
            }
        }
    }

    /// <summary>The phase of the policy that a build is made in; null without a policy that can be read.</summary>
    /// <param name="asOf">The day to judge by instead of today; a locked policy allows no earlier one.</param>
    public PolicyPhase? Phase(Day today, Day? asOf)
    {
        lock (_gate)
        {
            if (path is null || Text().Text is not { } text)
            {
                return null;
            }

            return PolicyPhase.Of(text, DayToJudgeBy(today, asOf));
        }
    }

    /// <summary>The as-of date, or today where there is none or where a locked policy refuses an earlier day.</summary>
    public Day DayToJudgeBy(Day today, Day? asOf)
    {
        var isRefused = asOf < today && (Load().Policy?.Locked ?? false);
        return isRefused ? today : asOf ?? today;
    }

    public LoadedPolicy Load()
    {
        lock (_gate)
        {
            return _policy ??= path is not null && isNamed
                ? PolicyLocator.LoadNamed(path, root, CompiledCatalog.Embedded)
                : PolicyLocator.LoadFound(path, root, CompiledCatalog.Embedded);
        }
    }

    /// <summary>As <see cref="LoadedPolicy.Digest"/>, without loading the policy where its file is all of it.</summary>
    public string? Digest
    {
        get
        {
            lock (_gate)
            {
                return path is null || Text().Text is not { } text ? null
                    : _digest ??= PolicyFile.MayHaveLayers(text) ? Load().Digest : Engine.Text.Digest.Of(text);
            }
        }
    }

    private FileText Text() => _text ??= TextFile.Read(path!, TextFile.PolicyLimit);
}
