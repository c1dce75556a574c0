using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>What is asked of feeds, and what comes back; through the SDK's own client.</summary>
public class FeedTests
{
    private static readonly TestPackage[] Packages =
    [
        new TestPackage("Acme", "1.0.0").DependsOn("Acme.Core", "[1.0.0, )", "net8.0").DependsOn("Acme.Old", "1.0.0"),
        new TestPackage("Acme", "1.2.0"), new TestPackage("Acme", "2.0.0-beta.1"), new TestPackage("Acme", "1.10.0"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Folder_feed_gives_versions_dependencies_and_packages()
    {
        using var folder = new FeedFolder(("local", "packages")).Add("packages", Packages);

        AssertAcme(folder.Open());
    }

    [Fact]
    public void Version_3_feed_gives_the_same()
    {
        using var feed = new LoopbackFeed().Add(Packages);
        using var folder = new FeedFolder(("remote", feed.Address));

        AssertAcme(folder.Open());
        Assert.Equal(feed.Requests.Distinct(), feed.Requests);
    }

    [Fact]
    public void Feed_that_gives_no_manifests_is_asked_for_packages_instead()
    {
        using var feed = new LoopbackFeed { Misbehave = path => path.EndsWith(".nuspec", StringComparison.Ordinal) ? Fault.Status(404) : null }.Add(Packages);
        using var folder = new FeedFolder(("remote", feed.Address));
        var feeds = folder.Open();

        Assert.Equal([new PackageDependency("Acme.Core", "[1.0.0, )")], feeds.Dependencies("Acme", "1.0.0", "net10.0", Stop).Value!);
        Assert.Empty(feeds.Dependencies("Acme", "1.2.0", "net10.0", Stop).Value!);
        Assert.Null(feeds.Dependencies("Acme", "7.0.0", "net10.0", Stop).Value);
        Assert.Single(feed.Requests, path => path.EndsWith(".nuspec", StringComparison.Ordinal));
    }

    private static void AssertAcme(IPackageFeeds feeds)
    {
        var versions = feeds.Versions("acme", Stop);

        Assert.Empty(versions.Problems);
        Assert.Equal(["1.0.0", "1.2.0", "1.10.0", "2.0.0-beta.1"], versions.Value!);
        Assert.Equal([new PackageDependency("Acme.Core", "[1.0.0, )")], feeds.Dependencies("Acme", "1.0.0", "net10.0", Stop).Value!);
        Assert.Equal([new PackageDependency("Acme.Old", "[1.0.0, )")], feeds.Dependencies("Acme", "1.0.0", "netstandard2.1", Stop).Value!);
        Assert.Empty(feeds.Dependencies("Acme", "1.0.0", "net45", Stop).Value ?? []);
        Assert.Equal(Packages[1].Bytes.Length, feeds.Package("Acme", "1.2.0", Stop).Value!.Length);
        var absent = feeds.Package("Acme", "3.0.0", Stop);
        Assert.Null(absent.Value);
        Assert.Empty(absent.Problems);
    }
}
