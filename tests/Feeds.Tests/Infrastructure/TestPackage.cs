using System.IO.Compression;
using System.Text;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>A package made for a test: a manifest, and nothing to compile against.</summary>
public sealed record TestPackage(string Id, string Version)
{
    private readonly List<(string Framework, string Id, string Range)> _dependencies = [];

    public string FileName => $"{Id}.{Version}.nupkg";

    public TestPackage DependsOn(string id, string range, string framework = "netstandard2.0")
    {
        _dependencies.Add((framework, id, range));
        return this;
    }

    public string Manifest => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{Id}</id><version>{Version}</version><authors>Tests</authors><description>Made for a test.</description>
            <dependencies>{string.Concat(_dependencies.GroupBy(d => d.Framework).Select(Group))}</dependencies>
          </metadata>
        </package>
        """;

    public byte[] Bytes => Zip(($"{Id}.nuspec", Manifest), ("lib/netstandard2.0/_._", ""));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static string Group(IGrouping<string, (string Framework, string Id, string Range)> group) =>
        $"<group targetFramework=\"{group.Key}\">{string.Concat(group.Select(d => $"<dependency id=\"{d.Id}\" version=\"{d.Range}\" />"))}</group>";
}
