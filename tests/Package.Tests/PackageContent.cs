using System.IO.Compression;
using System.Text.RegularExpressions;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>What is in the package: nothing may be missing on a clean clone, and nothing may be there that a host brings itself.</summary>
public sealed partial class PackageContent(PackedPackage package)
{
    [Fact]
    public void Package_holdsExactlyTheseFiles()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        var files = archive.Entries.Select(e => e.FullName).Where(name => !Container().IsMatch(name)).Order(StringComparer.Ordinal);

        Assert.Equal(File.ReadLines(Path.Combine(SourceTree.Root, "tests/Package.Tests/PackageContent.verified.txt")), files);
    }

    [Fact]
    public void Package_isADevelopmentDependencyWithoutDependencies()
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        using var reader = new StreamReader(archive.GetEntry("AiToolPolicy.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
    }

    // What the package format itself adds.
    [GeneratedRegex(@"^(_rels/|package/|\[Content_Types\]\.xml$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Container();
}
