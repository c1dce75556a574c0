using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>The check of what a project's references are, up to what is to be reported: assemblies by their metadata, packages by what they say of themselves.</summary>
internal sealed class ReferenceCheck
{
    private static readonly Rule[] OwnRules = [Rules.Assembly, Rules.Unknown, Rules.InputNotInspected, Rules.CheckFailed];

    private readonly CheckReferences _task;
    private readonly ProjectInputs _inputs;
    private readonly PolicyCache _policy;
    private readonly ReferencePlaces _places;
    private readonly List<Evidence> _evidence = [];
    private readonly List<InspectionProblem> _problems = [];

    public ReferenceCheck(CheckReferences task)
    {
        _task = task;
        _inputs = ProjectInputs.Of(task);
        _policy = PolicyCache.For(task.BuildEngine4, _inputs);
        _places = new ReferencePlaces(_inputs, task.AssetsFile);
    }

    public string Root => _inputs.Root;

    public bool IsInventory => _policy.Load().Policy is null;

    /// <summary>What is to be reported beside what the project's own files say.</summary>
    public IReadOnlyList<Finding> Run(IReadOnlyList<ResolvedReference> references)
    {
        if (!_policy.IsWanted(_task.Enabled))
        {
            return [];
        }

        foreach (var reference in references.Where(r => r.Package is null))
        {
            LookAt(reference);
        }

        LookIntoPackages([.. references.Where(r => r.Package is not null)]);
        var result = _evidence.Count + _problems.Count == 0 ? null : Judge();
        if (result is null && _policy.State is { Length: > 0 } state)
        {
            var loose = references.Where(r => r.Package is null).Select(r => r.Path);
            new BuildNote(_task.NoteFile).Write(new ReferenceState(_task.ReferenceList ?? "", _task.AssetsFile, state).Note(loose));
        }

        ReportPaths.WriteReferences(_task.Report, _inputs.Root, RepositoryPath.Relative(_inputs.Root, _task.ProjectFile), _task.Framework, result);
        return result is null ? [] : [.. result.Findings, .. result.Exempted.Select(finding => finding.AsNotice())];
    }

    private void LookAt(ResolvedReference reference)
    {
        var reading = Read(reference);
        if (reading.Problem is { } problem)
        {
            _problems.Add(new InspectionProblem($"assembly '{PlainText.Safe(Path.GetFileName(reference.Path))}': {problem}", _places.Of(reference)));
        }

        foreach (var sign in SignsOf(reading).Where(sign => !_places.IsDeclared(_places.Of(reference), sign.Signature.Tool!, _policy.Catalog)))
        {
            _evidence.Add(sign.Evidence(Path.GetFileName(reference.Path), _places.Of(reference)));
        }
    }

    // A package that the catalog knows is reported as a package. One that it does not know may hold anything.
    private void LookIntoPackages(List<ResolvedReference> references)
    {
        var cache = new PackagesCache(_task.CacheFile, _task.AssetsFile, _policy.Digest);
        if (cache.Read() is { } remembered)
        {
            _evidence.AddRange(remembered.SelectMany(_places.OfClaim));
            return;
        }

        var before = _evidence.Count;
        foreach (var reference in references.Where(r => !IsKnown(r)))
        {
            foreach (var sign in SignsOf(Read(reference)))
            {
                var evidence = sign.Evidence(Path.GetFileName(reference.Path), Location.StartOf(""));
                var what = $"{evidence.What} of package '{PlainText.Safe(reference.Package!)}'";
                _evidence.AddRange(_places.OfPackage(reference.Package!).Select(place => evidence with { What = what, Location = place.Location, Through = place.Through }));
            }
        }

        // Nobody needs to know where the policy does not want to.
        var claims = _policy.Load().Policy is { Unknown.Action: PolicyAction.Allow } ? [] : _places.Claims(_policy.Catalog);
        if (_evidence.Count == before)
        {
            cache.Remember(claims);
        }

        _evidence.AddRange(claims.SelectMany(_places.OfClaim));
    }

    private bool IsKnown(ResolvedReference reference) =>
        _policy.Catalog.Find(SignatureKind.Nuget, reference.Package!, reference.PackageVersion).Any(signature => signature is { Tool: not null, IsSuspect: false });

    private AssemblyReading Read(ResolvedReference reference) => AssemblyCache.For(_task.BuildEngine4).Read(reference.Path);

    private IReadOnlyList<AssemblySign> SignsOf(AssemblyReading reading) => reading.Facts is null ? [] : AssemblySigns.Of(reading.Facts, _policy.Catalog);

    private CheckResult Judge()
    {
        var result = PolicyCheck.Run(new CheckRequest(_policy.Load(), _inputs.ReferenceFiles(), BuildDates.Today)
        {
            AsOf = BuildDates.Parse(_task.AsOf),
            MoreEvidence = _evidence,
            NotOffered = _problems,
            ExemptionFiles = ExemptionLocator.Reaching(_inputs.ProjectFolder, _inputs.Root, _policy.Path),
            ReportPolicyProblems = false,
            Reports = evidence => evidence is { Surface: Surface.Assembly, IsResolved: true } || UnknownPackages.IsClaim(evidence),
        });

        // The project's files are here for the exemptions in them; what else they hold, the project's own check says.
        return result with { Findings = [.. result.Findings.Where(finding => OwnRules.Contains(finding.Rule)).Select(WarningLevels.Of(_task).Apply)] };
    }
}
