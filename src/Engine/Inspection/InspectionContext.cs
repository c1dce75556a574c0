using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Toml;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>What inspectors share: the catalog, the facts that stand in other files, and where results go.</summary>
/// <param name="sites">Where direct references are written; asked by the readers of resolved graphs.</param>
/// <param name="centralVersions">The versions that central package management gives.</param>
/// <param name="assemblySites">Where assemblies are referenced by their path.</param>
public sealed class InspectionContext(ToolCatalog catalog, ReferenceSites sites, CentralVersions centralVersions, AssemblySites? assemblySites = null)
{
    private readonly List<Evidence> _evidence = [];
    private readonly List<Evidence> _waiting = [];
    private readonly List<InspectionProblem> _problems = [];
    private readonly HashSet<InspectionProblem> _known = [];
    private readonly List<Weakening> _weakenings = [];
    private (InputFile? File, XmlElement? Root) _xml;

    public ToolCatalog Catalog { get; } = catalog;

    public ReferenceSites Sites { get; } = sites;

    public CentralVersions CentralVersions { get; } = centralVersions;

    public AssemblySites AssemblySites { get; } = assemblySites ?? AssemblySites.None;

    /// <summary>What counts by itself.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence;

    /// <summary>What counts only beside another sign of the same tool; <see cref="SecondSigns"/> decides when everything is seen.</summary>
    public IReadOnlyList<Evidence> Waiting => _waiting;

    public IReadOnlyList<InspectionProblem> Problems => _problems;

    /// <summary>Settings that weaken the check itself.</summary>
    public IReadOnlyList<Weakening> Weakenings => _weakenings;

    /// <summary>Records one evidence for each tool whose sign the value is, made by <paramref name="make"/> from the signature.</summary>
    public void Find(SignatureKind kind, string value, string? version, Func<Signature, Evidence> make)
    {
        foreach (var signature in Catalog.Find(kind, value, version))
        {
            Add(make(signature) with { Version = version });
        }
    }

    /// <summary>Records a sign; one that cannot stand alone is kept aside.</summary>
    public void Add(Evidence evidence) => (evidence.Signature.NeedsSecondSign ? _waiting : _evidence).Add(evidence);

    public void Add(Weakening weakening) => _weakenings.Add(weakening);

    /// <summary>Records what could not be inspected, once however many inspectors met it.</summary>
    public void AddProblem(string message, Location location)
    {
        var problem = new InspectionProblem(message, location);
        if (_known.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>The file's text, or null after recording why there is none.</summary>
    public SourceFile? Text(InputFile file)
    {
        var read = file.Read();
        if (read.Text is not null)
        {
            return new SourceFile(file.Path, read.Text);
        }

        AddProblem(read.Failure ?? "it could not be read", Location.StartOf(file.Path));
        return null;
    }

    /// <summary>
    /// The file as JSON with comments and trailing commas; a malformed file gives what stands before the mistake, and a problem; one in which
    /// everything is commented out gives nothing, and a project template's source what it can.
    /// Duplicate keys are the business of the file's own tools.
    /// </summary>
    public JsonObject? Json(InputFile file)
    {
        if (Text(file) is not { } text)
        {
            return null;
        }

        // What becomes of a template's lines is unknown: its first branches are read, and that it is not well formed is no mistake.
        var isTemplate = ProjectTemplate.Is(text.Text);
        var document = JsonReader.Read(isTemplate ? new SourceFile(text.Path, ProjectTemplate.FirstBranches(text.Text)) : text, JsonOptions.Relaxed);
        if (document.Root is null && !document.IsEmpty && !isTemplate)
        {
            var problem = document.Problems[document.Problems.Count - 1];
            AddProblem(problem.Message, problem.Location);
        }

        return (document.Root ?? document.Partial) as JsonObject;
    }

    /// <summary>The file as TOML, in JSON's nodes; a malformed file gives what stands around the mistakes, and a problem.</summary>
    public JsonObject? Toml(InputFile file)
    {
        if (Text(file) is not { } text)
        {
            return null;
        }

        var document = TomlReader.Read(text);
        foreach (var problem in document.Problems)
        {
            AddProblem(problem.Message, problem.Location);
        }

        return document.Root as JsonObject;
    }

    /// <summary>The root element of the file; a malformed file gives what stands before the mistake, and a problem.</summary>
    public XmlElement? Xml(InputFile file)
    {
        // Several inspectors read the same file one after the other.
        if (file != _xml.File)
        {
            _xml = (file, ReadXml(file));
        }

        return _xml.Root;
    }

    private XmlElement? ReadXml(InputFile file)
    {
        if (Text(file) is not { } text || string.IsNullOrWhiteSpace(text.Text))
        {
            return null;
        }

        var tree = XmlTree.Read(text);
        if (tree.Problem is { } problem)
        {
            AddProblem(problem.Message, problem.Location);
        }

        return tree.Root;
    }
}
