using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AiToolPolicy.Feeds.Archives;
using AiToolPolicy.Feeds.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>Archives that hold what no package should are refused before anything is unpacked.</summary>
public class PackageArchiveTests
{
    private static readonly byte[] Good = TestPackage.Zip(("a.nuspec", "<package />"), ("policy/a b.json", new string('x', 1000)));

    [Fact]
    public void Entries_are_read_by_name_without_case()
    {
        var archive = new PackageArchive(Good);

        Assert.Equal(["a.nuspec", "policy/a b.json"], archive.Names);
        Assert.Equal(1000, archive.Read("POLICY/A B.json")!.Length);
        Assert.Null(archive.Read("other"));
    }

    [Fact]
    public void Escaped_names_are_the_same_names() =>
        Assert.NotNull(new PackageArchive(TestPackage.Zip(("policy/a%20b.json", "x"))).Read("policy/a b.json"));

    [Fact]
    public void What_the_writer_wrote_is_read_by_it_and_by_the_framework()
    {
        var bytes = ZipWriter.Write([("a.txt", "one"u8.ToArray()), ("b/ä.txt", "two"u8.ToArray())]);

        Assert.Equal("two"u8.ToArray(), new PackageArchive(bytes).Read("b/ä.txt"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["a.txt", "b/ä.txt"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        Assert.Equal("one", reader.ReadToEnd());
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("a/%2e%2e/evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("a.txt:stream")]
    [InlineData("a./evil.txt")]
    [InlineData("evil.txt ")]
    [InlineData("a//evil.txt")]
    public void Names_that_lead_out_are_refused(string name) => AssertRefused("leads out of the package's folder", TestPackage.Zip(("a.nuspec", ""), (name, "x")));

    [Theory]
    [InlineData("policy/ai-tool-policy.json")]
    [InlineData("POLICY/AI-TOOL-POLICY.JSON")]
    [InlineData("policy/ai%2Dtool%2Dpolicy.json")]
    public void Two_entries_of_a_name_are_refused(string again) =>
        AssertRefused("has two entries 'policy/ai-tool-policy.json'", TestPackage.Zip(("policy/ai-tool-policy.json", "{}"), (again, "{ }")));

    [Fact]
    public void Links_are_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        AssertRefused("'link' that is a link", stream.ToArray());
    }

    [Fact]
    public void Bombs_are_refused()
    {
        AssertRefused("becomes more than 100 times as large", TestPackage.Zip(("bomb", new string('0', 1_000_000))));
        AssertRefused("has more than 1000 entries", TestPackage.Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}", ""))]));
        AssertRefused("is larger than 32 MiB", new byte[PackageLimits.Packed + 1]);
    }

    [Fact]
    public void Lies_about_lengths_are_refused()
    {
        AssertRefused("is damaged", Changed("a.nuspec", 24, 10), "a.nuspec");
        AssertRefused("is damaged", Changed("policy/a b.json", 24, 990), "policy/a b.json");
        AssertRefused("is damaged", Changed("a.nuspec", 16, 1), "a.nuspec");
        AssertRefused("is larger than a package may be", Changed("a.nuspec", 24, uint.MaxValue));
        AssertRefused("is larger than a package may be", Changed("a.nuspec", 42, 1_000_000));
        AssertRefused("is damaged", Changed("a.nuspec", 42, 3), "a.nuspec");
    }

    [Fact]
    public void Encrypted_entries_and_unknown_methods_are_refused()
    {
        AssertRefused("is encrypted", Changed("a.nuspec", 8, 1, 2));
        AssertRefused("is packed by a method that is not known", Changed("a.nuspec", 10, 12, 2));
    }

    [Fact]
    public void Zip64_is_refused()
    {
        var end = Good.Length - 22;
        AssertRefused("uses zip64", With(Good, end + 10, 0xFFFF, 2));
        AssertRefused("uses zip64", With(Good, end + 16, uint.MaxValue, 4));
    }

    [Fact]
    public void Every_beginning_of_an_archive_is_refused() =>
        Assert.All(Enumerable.Range(0, Good.Length), length => Assert.Throws<PackageProblemException>(() => new PackageArchive(Good[..length])));

    [Fact]
    public void No_changed_byte_leads_to_anything_but_a_refusal_or_the_same_content()
    {
        for (var at = 0; at < Good.Length; at++)
        {
            foreach (var flip in new byte[] { 1, 0x80, 0xFF })
            {
                var bytes = Good.ToArray();
                bytes[at] ^= flip;
                try
                {
                    var archive = new PackageArchive(bytes);
                    var content = archive.Read("policy/a b.json");
                    Assert.True(content is null || Encoding.UTF8.GetString(content) == new string('x', 1000));
                }
                catch (PackageProblemException)
                {
                    // Refused, as it should be.
                }
            }
        }
    }

    private static void AssertRefused(string reason, byte[] bytes, string? read = null) =>
        Assert.Contains(reason, Assert.Throws<PackageProblemException>(() => new PackageArchive(bytes).Read(read ?? "")).Message, StringComparison.Ordinal);

    // One field of an entry's record in the central directory.
    private static byte[] Changed(string entry, int field, uint value, int size = 4)
    {
        var name = Encoding.UTF8.GetBytes(entry);
        var at = Good.AsSpan().LastIndexOf(name) - 46;
        return With(Good, at + field, value, size);
    }

    private static byte[] With(byte[] bytes, int at, uint value, int size)
    {
        var copy = bytes.ToArray();
        if (size == 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(at), (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at), value);
        }

        return copy;
    }
}
