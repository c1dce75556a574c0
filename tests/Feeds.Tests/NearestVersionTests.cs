using AiToolPolicy.Feeds.Remedies;
using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>The nearest version of a reference that brings in nothing restricted.</summary>
public class NearestVersionTests
{
    private const string Restricted = "Restricted.Ai";

    // Versions 1 to 9 of a reference: 1 and 2 free, 3 to 6 bring the restricted package in ever deeper, 7 in one framework only, 8 is free, 9 again not.
    private static readonly TestPackage[] Packages =
    [
        new TestPackage(Restricted, "1.0.0"), new TestPackage(Restricted, "2.0.0"),
        new TestPackage("Deep", "1.0.0").DependsOn("Deeper", "1.0.0"), new TestPackage("Deeper", "1.0.0").DependsOn("Deepest", "1.0.0"),
        new TestPackage("Deepest", "1.0.0").DependsOn(Restricted, "[1.0.0,)"), new TestPackage("Deepest", "1.1.0"),
        new TestPackage("Harmless", "1.0.0"), new TestPackage("Harmless", "2.0.0").DependsOn("Deepest", "1.1.0"),
        new TestPackage("Direct", "1.0.0"), new TestPackage("Direct", "2.0.0").DependsOn("Harmless", "1.0.0"),
        new TestPackage("Direct", "3.0.0").DependsOn(Restricted, "2.0.0"), new TestPackage("Direct", "4.0.0").DependsOn("Deepest", "1.0.0"),
        new TestPackage("Direct", "5.0.0").DependsOn("Deeper", "1.0.0"), new TestPackage("Direct", "6.0.0").DependsOn("Deep", "1.0.0"),
        new TestPackage("Direct", "7.0.0").DependsOn("Harmless", "1.0.0").DependsOn("Deep", "1.0.0", "net10.0"),
        new TestPackage("Direct", "7.5.0-beta.1"),
        new TestPackage("Direct", "8.0.0").DependsOn("Deep", "1.0.0").DependsOn("Harmless", "2.0.0"), new TestPackage("Direct", "9.0.0").DependsOn(Restricted, "1.0.0"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3.0.0", "8.0.0", "net10.0")]
    [InlineData("6.0.0", "7.0.0", "netstandard2.0")]
    [InlineData("6.0.0", "8.0.0", "net10.0", "netstandard2.0")]
    [InlineData("9.0.0", "8.0.0", "net10.0")]
    public void Nearest_is_upwards_first_and_then_downwards(string current, string expected, params string[] frameworks)
    {
        using var feed = new LoopbackFeed().Add(Packages);
        using var folder = new FeedFolder(("remote", feed.Address));
        using var other = new FeedFolder(("local", "packages")).Add("packages", Packages);
        var reference = new DirectReference("Direct", current, frameworks, []);

        Assert.Equal(expected, Find(folder.Open(), reference).Version);
        Assert.Equal(expected, Find(other.Open(), reference).Version);
    }

    // Version 8 asks for Deepest 1.0.0 through Deep and for 1.1.0 through Harmless: the higher one counts, and that is free.
    [Fact]
    public void Cousins_give_the_higher_version()
    {
        using var folder = new FeedFolder(("local", "packages")).Add("packages", Packages);

        var closure = new DependencyWalk(folder.Open(), "net10.0", [], Stop).From("Direct", "8.0.0");

        Assert.Equal("Deep 1.0.0, Deeper 1.0.0, Deepest 1.1.0, Direct 8.0.0, Harmless 2.0.0", string.Join(", ", closure.Graph!.Packages));
    }

    [Fact]
    public void Nearer_wins_over_deeper_and_the_projects_own_references_over_all()
    {
        using var folder = new FeedFolder(("local", "packages")).Add("packages",
            new TestPackage("Top", "1.0.0").DependsOn("Mid", "1.0.0").DependsOn("Leaf", "1.0.0"), new TestPackage("Mid", "1.0.0").DependsOn("Leaf", "2.0.0"),
            new TestPackage("Leaf", "1.0.0"), new TestPackage("Leaf", "2.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage(Restricted, "1.0.0"));

        Assert.Equal("Leaf 1.0.0, Mid 1.0.0, Top 1.0.0", string.Join(", ", new DependencyWalk(folder.Open(), "net10.0", [], Stop).From("Top", "1.0.0").Graph!.Packages));
        Assert.Equal("Mid 1.0.0, Top 1.0.0", string.Join(", ", new DependencyWalk(folder.Open(), "net10.0", ["leaf"], Stop).From("Top", "1.0.0").Graph!.Packages));
    }

    [Fact]
    public void A_range_takes_its_lowest_version_and_no_prerelease()
    {
        using var folder = new FeedFolder(("local", "packages")).Add("packages",
            new TestPackage("Top", "1.0.0").DependsOn("Leaf", "(1.0.0,3.0.0)").DependsOn("Pre", "1.0.0-a"), new TestPackage("Leaf", "1.0.0"), new TestPackage("Leaf", "1.5.0-beta"),
            new TestPackage("Leaf", "2.0.0"), new TestPackage("Leaf", "2.5.0"), new TestPackage("Pre", "1.0.0-b"), new TestPackage("Pre", "1.0.0"));

        Assert.Equal("Leaf 2.0.0, Pre 1.0.0-b, Top 1.0.0", string.Join(", ", new DependencyWalk(folder.Open(), "net10.0", [], Stop).From("Top", "1.0.0").Graph!.Packages));
    }

    [Fact]
    public void Version_that_no_restore_could_use_is_passed_over()
    {
        using var folder = new FeedFolder(("local", "packages")).Add("packages",
            new TestPackage("Top", "1.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage("Top", "2.0.0").DependsOn("Nowhere", "1.0.0"), new TestPackage("Top", "3.0.0"), new TestPackage(Restricted, "1.0.0"));

        Assert.Equal(new Remedy("3.0.0", 2, null), Find(folder.Open(), new DirectReference("Top", "1.0.0", ["net10.0"], [])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Version_that_its_owner_has_withdrawn_is_named_and_not_advised(bool hasPages)
    {
        using var feed = new LoopbackFeed { HasPages = hasPages }.Add(Packages);
        feed.Unlisted.Add("direct/8.0.0");
        using var folder = new FeedFolder(("remote", feed.Address));
        using var both = new FeedFolder(("remote", feed.Address), ("local", "packages")).Add("packages", new TestPackage("Direct", "8.0.0"));
        var reference = new DirectReference("Direct", "6.0.0", ["net10.0"], []);

        Assert.Equal(new Remedy("2.0.0", 7, null, "8.0.0"), Find(folder.Open(), reference));
        Assert.Equal("8.0.0", Find(both.Open(), reference).Version);
        feed.Unlisted.UnionWith(["direct/1.0.0", "direct/2.0.0"]);
        Assert.Equal(new Remedy(null, 8, null, "8.0.0"), Find(folder.Open(), reference));
    }

    [Fact]
    public void Version_of_which_nobody_can_tell_whether_it_was_withdrawn_is_not_advised()
    {
        using var feed = new LoopbackFeed { Misbehave = path => path.StartsWith("/registration", StringComparison.Ordinal) ? Fault.Status(500) : null }.Add(Packages);
        using var folder = new FeedFolder(("remote", feed.Address));

        var remedy = Find(folder.Open(), new DirectReference("Direct", "6.0.0", ["net10.0"], []));

        Assert.Equal(new Remedy(null, 2, "Whether 8.0.0, which is free of it, was withdrawn could not be asked: feed 'remote' failed (500)."), remedy);
    }

    [Fact]
    public void No_free_version_is_said_and_so_is_what_could_not_be_asked()
    {
        var all = new[] { new TestPackage("Top", "1.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage("Top", "2.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage(Restricted, "1.0.0") };
        using var feed = new LoopbackFeed().Add(all);
        using var folder = new FeedFolder(("remote", feed.Address));
        var reference = new DirectReference("Top", "1.0.0", ["net10.0"], []);

        Assert.Equal(new Remedy(null, 1, null), Find(folder.Open(), reference));
        Assert.Equal(new Remedy(null, 0, "Not every feed could be asked: feed 'remote' was not asked: the limit of 3 requests is reached."), Find(folder.Open(new FeedLimits { Requests = 3 }), reference));
    }

    private static Remedy Find(IPackageFeeds feeds, DirectReference reference) =>
        new NearestVersion(feeds, (graph, _) => graph.Packages.Any(package => package.Id == Restricted), Stop).Find(reference);
}
