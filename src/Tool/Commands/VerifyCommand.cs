using System.CommandLine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;
using AiToolPolicy.Tool.Reports;
using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>verify PATH…</c>: whether every project of a build was checked with the expected policy.</summary>
internal sealed class VerifyCommand
{
    private static readonly string[] Formats = ["text", "sarif", "json"];

    private readonly Surroundings _surroundings;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Binary logs of builds (msbuild -bl), or folders with the records that builds left in obj.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file that every check must have used, from a trusted place.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _digest = new("--expect-policy-digest")
    {
        Description = "The digest of that policy instead, as sha256:… .",
        HelpName = "DIGEST",
    };

    private readonly Option<string?> _catalogDigest = new("--expect-catalog-digest")
    {
        Description = "The digest that the catalog of every check must have had, as sha256:… .",
        HelpName = "DIGEST",
    };

    private readonly Option<string?> _asOf = new("--expect-as-of")
    {
        Description = "The day that every check must have judged by, as yyyy-MM-dd. Without it: no earlier day than that of the build.",
        HelpName = "DATE",
    };

    private readonly Option<string?> _repository = new("--repository")
    {
        Description = "The checkout that was built: every project file in it must have been checked.",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _except = new("--except")
    {
        Description = "A path pattern of projects that need no check; may be repeated.",
        HelpName = "GLOB",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _package = new("--package")
    {
        Description = "The AiToolPolicy package from a trusted place: the files that the build used must be the same.",
        HelpName = "NUPKG",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => Formats[0],
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write the report to; only the summary is printed then.",
        HelpName = "FILE",
    };

    private VerifyCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong(Formats);

        // Where several paths may stand, a misspelt option would be one more of them.
        _paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"Unknown option '{PlainText.Safe(token.Value)}'; a path that begins so is written ./{PlainText.Safe(token.Value)}.");
            }
        });
    }

    public static Command Create(Surroundings surroundings)
    {
        var verify = new VerifyCommand(surroundings);
        var command = new Command("verify", "Tells whether every project of a build was checked, by the package and with the expected policy.")
        {
            verify._paths, verify._policy, verify._digest, verify._catalogDigest, verify._asOf, verify._repository, verify._except, verify._package, verify._format, verify._output,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => verify.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var expected = Expected(parsed, cancellation);
        var builds = parsed.GetValue(_paths)!.Select(path => Read(path, cancellation)).ToList();
        var verification = BuildVerifier.Run(builds, expected);
        Publish(parsed, verification, cancellation);
        return verification.Result switch
        {
            VerificationResult.Verified => ExitCode.Clean,
            VerificationResult.Violation => ExitCode.Violation,
            _ => ExitCode.Incomplete,
        };
    }

    private static BuildTrace Read(string path, CancellationToken cancellation) =>
        Directory.Exists(path) ? RecordFolder.Read(path, cancellation)
        : File.Exists(path) ? BinaryLog.Read(path, cancellation)
        : new BuildTrace(path) { Unreadable = "it is not there." };

    private Expectation Expected(ParseResult parsed, CancellationToken cancellation)
    {
        var policy = parsed.GetValue(_policy);
        var root = Root(parsed.GetValue(_repository));
        var projects = root is null ? null : Projects(root, cancellation);
        return new()
        {
            PolicyDigest = PolicyDigest(policy, parsed.GetValue(_digest), cancellation),
            NearerDigests = policy is null || root is null ? new Dictionary<string, string>()
                : new NearerPolicies(Path.GetFullPath(policy), root, Sources(root, cancellation)).Digests(projects!),
            CatalogDigest = Written(parsed.GetValue(_catalogDigest)),
            AsOf = AsOf(parsed.GetValue(_asOf)),
            Projects = projects,
            Except = [.. parsed.GetValue(_except)!.Select(pattern => new PathGlob(pattern))],
            Package = parsed.GetValue(_package) is { } package ? PackageContent.Read(package) : null,
        };
    }

    private static PolicySources Sources(string folder, CancellationToken cancellation) => new([], [ToolFeeds.Layers(folder, cancellation)]);

    private static string? Written(string? digest) => digest is null || Digest.IsOne(digest)
        ? digest?.Trim()
        : throw new UsageException($"'{PlainText.Safe(digest)}' is no digest; write it as sha256: and 64 hexadecimal digits.");

    private static string? PolicyDigest(string? file, string? written, CancellationToken cancellation)
    {
        var digest = Written(written);
        if (file is null)
        {
            return digest;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        var loaded = PolicyLocator.LoadNamed(file, folder, CompiledCatalog.Embedded, Sources(folder, cancellation));
        if (loaded.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } wrong)
        {
            throw new UsageException($"{PlainText.Safe(wrong.Location.Path)}({wrong.Location.Line},{wrong.Location.Column}): error {wrong.Rule.Id}: {wrong.Message}");
        }

        return digest is null || Digest.Matches(digest, loaded.Digest!) ? loaded.Digest
            : throw new UsageException($"The policy '{PlainText.Safe(file)}' has the digest {loaded.Digest}, not {PlainText.Safe(digest)}.");
    }

    private static Day? AsOf(string? written) =>
        written is null ? null
        : Day.TryParse(written, out var day) ? day
        : throw new UsageException($"'{PlainText.Safe(written)}' is no day; write it as yyyy-MM-dd, such as 2026-07-10.");

    private static string? Root(string? repository) =>
        repository is null ? null
        : Directory.Exists(repository) ? RepositoryRoot.Find(repository)
        : throw new UsageException($"There is no folder '{PlainText.Safe(repository)}'.");

    private static IReadOnlyList<string> Projects(string root, CancellationToken cancellation)
    {
        var listing = RepositoryFiles.Enumerate(root, new RepositoryFilesOptions { Cancellation = cancellation });
        return [.. listing.Files.Select(file => file.Path).Where(TrackedProject.Is)];
    }

    private void Publish(ParseResult parsed, Verification.Verification verification, CancellationToken cancellation)
    {
        var text = parsed.GetValue(_format) switch
        {
            "sarif" => VerificationSarif.Render(verification, _surroundings.Today),
            "json" => VerificationJson.Render(verification),
            _ => VerificationText.Render(verification),
        };
        if (parsed.GetValue(_output) is { } output)
        {
            OutputFile.Write(output, text, cancellation);
            text = verification.Summary + "\n";
        }

        _surroundings.Output.Write(text);
        _surroundings.Output.Flush();
    }
}
