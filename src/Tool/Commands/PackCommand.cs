using System.CommandLine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;
using AiToolPolicy.Tool.Reports;
using NuGet.Versioning;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>pack POLICY</c>: makes a policy package of a policy file.</summary>
internal sealed class PackCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _policy = new("POLICY") { Description = "The policy file." };

    private readonly Option<string?> _id = new("--id")
    {
        Description = "The package's id. Without it the policy's name makes one.",
        HelpName = "ID",
    };

    private readonly Option<string?> _version = new("--version")
    {
        Description = "The package's version. Without it the policy's own version is taken.",
        HelpName = "VERSION",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder to write the package to.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => ".",
    };

    private PackCommand(Surroundings surroundings) => _surroundings = surroundings;

    public static Command Create(Surroundings surroundings)
    {
        var pack = new PackCommand(surroundings);
        var command = new Command("pack", "Makes a NuGet package of a policy, for other repositories to extend or to reference.") { pack._policy, pack._id, pack._version, pack._output };
        command.SetAction((parsed, cancellation) => Task.Run(() => pack.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetValue(_policy)!);
        var root = Path.GetDirectoryName(path)!;
        var found = PolicyLocator.Named(path, root, new PolicySources([], [ToolFeeds.Layers(root, cancellation)]));
        var loaded = found.Load(CompiledCatalog.Embedded);
        var problems = FindingOrder.Sort(loaded.Findings.Concat(PathsIn(found)));
        _surroundings.Output.Write(FindingLines.Of(problems, _surroundings.HasColour));
        if (problems.Any(problem => problem.Severity == Severity.Error) || loaded.Layers is not [{ Policy: { } policy }, ..])
        {
            _surroundings.Error.WriteLine("No package was made: the policy must be right first.");
            return ExitCode.Unusable;
        }

        var manifest = Manifest(parsed, policy);
        var text = found.Layers.Texts[0].File.Text;
        var bytes = PackageWriter.Write(manifest, text);
        var file = Path.Combine(FolderAt(parsed.GetValue(_output)!), $"{manifest.Id}.{manifest.Version}.nupkg");
        OutputFile.WriteBytes(file, bytes, cancellation);
        Tell(manifest, file, text, bytes);
        return ExitCode.Clean;
    }

    private PackageManifest Manifest(ParseResult parsed, Policy policy)
    {
        var id = parsed.GetValue(_id) ?? PackageManifest.IdFor(policy.Name ?? "")
            ?? throw new UsageException("The policy has no 'name' to make an id of: name the package with --id.");
        if (!PackageName.IsId(id))
        {
            throw new UsageException($"'{PlainText.Safe(id, 100)}' is no package id: letters, digits and underscores, with single dots or hyphens between.");
        }

        var written = parsed.GetValue(_version) ?? policy.Version ?? throw new UsageException("The policy has no 'version': give the package one with --version.");
        if (!NuGetVersion.TryParse(written, out var version))
        {
            throw new UsageException($"'{PlainText.Safe(written, 100)}' is no version of a package, such as 2026.7.0: give it one with --version.");
        }

        var description = policy.Name is null ? "A policy about AI tools." : $"{policy.Name}{(policy.Version is null ? "" : " " + policy.Version)}: a policy about AI tools.";
        return new PackageManifest(id, version.ToNormalizedString(), policy.Contact ?? policy.Name ?? id, description);
    }

    private static string FolderAt(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"There can be no folder '{PlainText.Safe(path)}': {PlainText.Safe(error.Message)}");
        }
    }

    // A package stands in no folder: what it extends must come from a package too.
    private static IEnumerable<Finding> PathsIn(FoundPolicy found)
    {
        if (found.Layers.Texts.Count == 0 || JsonReader.Read(found.Layers.Texts[0].File, JsonOptions.Relaxed).Root is not JsonObject root)
        {
            return [];
        }

        var entries = root["extends"] is JsonArray array ? array.Items : root["extends"] is { } one ? [one] : [];
        return entries.Select(entry => entry is JsonObject named ? named["layer"] : entry).OfType<JsonString>()
            .Where(text => new LayerReference(text.Value, text.Location).Scheme is null)
            .Select(text => new Finding(
                Rules.PolicyInvalid,
                Severity.Error,
                $"'{PlainText.Safe(text.Value)}' is a path, and a package stands in no folder from which it would lead anywhere: extend a package.",
                text.Location));
    }

    private void Tell(PackageManifest manifest, string file, string text, byte[] bytes)
    {
        var sha512 = PackageDigest.Sha512(bytes);
        _surroundings.Output.Write(
            $$"""
            {{PlainText.Safe(file, 4096)}}
              policy   {{Digest.Of(text)}}
              package  sha512 {{sha512}}

            To extend it:            "extends": [ "package:{{manifest.Id}}@[{{manifest.Version}},)" ]
            This very file only:     "extends": [ { "layer": "package:{{manifest.Id}}@[{{manifest.Version}}]", "trust": { "sha512": "{{sha512}}" } } ]
            For every project:       <GlobalPackageReference Include="{{manifest.Id}}" Version="{{manifest.Version}}" />

            """);
    }
}
