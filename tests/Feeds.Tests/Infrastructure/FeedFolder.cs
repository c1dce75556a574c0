using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>A folder with a nuget.config of its own, and a folder feed in it.</summary>
public sealed class FeedFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <param name="feeds">Names and addresses of feeds; a relative one is a folder here.</param>
    public FeedFolder(params (string Name, string Address)[] feeds) => Configure(feeds);

    public string Path => _folder.Path;

    public FeedFolder Configure((string Name, string Address)[] feeds, string more = "")
    {
        var sources = feeds.Select(feed => $"<add key=\"{feed.Name}\" value=\"{feed.Address}\" allowInsecureConnections=\"true\" />");
        _folder.Write("nuget.config", $"<configuration><packageSources><clear />{string.Concat(sources)}</packageSources>{more}</configuration>");
        return this;
    }

    public string In(string relative) => _folder.In(relative);

    public string Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>Puts packages into a folder feed.</summary>
    public FeedFolder Add(string feed, params TestPackage[] packages)
    {
        foreach (var package in packages)
        {
            _folder.WriteBytes($"{feed}/{package.FileName}", package.Bytes);
        }

        return this;
    }

    public void AddFile(string feed, string name, byte[] bytes) => _folder.WriteBytes($"{feed}/{name}", bytes);

    public IPackageFeeds Open(FeedLimits? limits = null) => Tool.Feeds.SdkFeeds.Open(Path, limits);

    public void Dispose() => _folder.Dispose();
}
