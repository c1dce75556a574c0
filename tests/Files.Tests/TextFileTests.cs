using System.Diagnostics;
using System.Text;

namespace AiToolPolicy.Files.Tests;

public sealed class TextFileTests : IDisposable
{
    private const string Text = "Grüße 😀\r\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Encodings => new("utf-8", "utf-8 marked", "utf-16le", "utf-16be", "utf-32le", "utf-32be");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Known_encoding_gives_the_text_without_a_mark(string name)
    {
        var encoding = EncodingOf(name);
        var path = _folder.WriteBytes("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);

        Assert.Equal(Text, TextFile.Read(path).Text);
    }

    [Fact]
    public void Empty_file_gives_empty_text() => Assert.Equal("", TextFile.Read(_folder.Write("a.txt")).Text);

    [Theory]
    [InlineData(new byte[] { 0x61, 0x62, 0xFC, 0x63 }, "it is not valid UTF-8: the byte at offset 2 begins no character.")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "it is not valid UTF-8: the byte at offset 0 begins no character.")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "it is not valid UTF-8: the byte at offset 1 begins no character.")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xE2, 0x82 }, "it is not valid UTF-8: the byte at offset 4 begins no character.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC }, "it is not valid UTF-16: the byte at offset 4 begins no character.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x62 }, "it is not valid UTF-16: the byte at offset 4 begins no character.")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x61 }, "it is not valid UTF-16BE: the byte at offset 4 begins no character.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00, 0x00, 0x00, 0x11, 0x00 }, "it is not valid UTF-32: the byte at offset 8 begins no character.")]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x00, 0x01 }, "it is no text: there is a NUL character at byte offset 2.")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x00 }, "it is no text: there is a NUL character at byte offset 5.")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61, 0x00, 0x00 }, "it is no text: there is a NUL character at byte offset 4.")]
    public void Bytes_that_are_no_text_give_the_offset(byte[] bytes, string reason)
    {
        var read = TextFile.Read(_folder.WriteBytes("a.txt", bytes));

        Assert.Null(read.Text);
        Assert.Equal(reason, read.Failure);
    }

    [Fact]
    public void First_bad_byte_is_named_in_a_long_file()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("zwölf Töne\n", 5000)));
        bytes[40_001] = 0xFF;
        var expected = Encoding.UTF8.GetString(bytes).IndexOf('\uFFFD', StringComparison.Ordinal);
        var offset = Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(bytes)[..expected]);

        Assert.Contains($"offset {offset} ", TextFile.Read(_folder.WriteBytes("a.txt", bytes)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_of_exactly_the_limit_is_read() =>
        Assert.Equal(TextFile.Limit, TextFile.Read(_folder.Write("a.txt", new string('x', TextFile.Limit))).Text?.Length);

    [Fact]
    public void Larger_file_is_refused() =>
        Assert.Equal("it is larger than 4 MiB.", TextFile.Read(_folder.Write("a.txt", new string('x', TextFile.Limit + 1))).Failure);

    [Fact]
    public void Assets_file_may_be_larger() =>
        Assert.NotNull(TextFile.Read(_folder.Write("obj/project.assets.json", new string(' ', TextFile.Limit + 1))).Text);

    [Fact]
    public void Sparse_giant_is_refused_by_its_size()
    {
        using (var stream = File.Create(_folder.In("giant")))
        {
            stream.SetLength(1L << 40);
        }

        Assert.Equal("it is larger than 4 MiB.", TextFile.Read(_folder.In("giant")).Failure);
    }

    [Fact]
    public void Missing_file_is_told() => Assert.Equal("it is not there.", TextFile.Read(_folder.In("none/none.txt")).Failure);

    [Fact]
    public void Folder_is_told() => Assert.Equal("it is a folder.", TextFile.Read(_folder.Path).Failure);

    [Fact]
    public void Path_that_no_system_takes_is_told()
    {
        Assert.NotNull(TextFile.Read("a\0b").Failure);
        Assert.NotNull(TextFile.Read("").Failure);
        Assert.NotNull(TextFile.Read(_folder.In(new string('n', 5000))).Failure);
    }

    [Fact]
    public void Reason_names_no_absolute_path() =>
        Assert.DoesNotContain(_folder.Path, TextFile.Read(_folder.In(new string('n', 300))).Failure, StringComparison.Ordinal);

    [Fact]
    public void Pipe_does_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using var process = Process.Start("mkfifo", _folder.In("pipe"));
        process.WaitForExit();
        _folder.Link("link", "pipe");

        Assert.Equal("", TextFile.Read(_folder.In("pipe")).Text);
        Assert.Equal("", TextFile.Read(_folder.In("link")).Text);
    }

    [Fact]
    public void Link_to_an_endless_device_does_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such device.");
        _folder.Link("zero", "/dev/zero");

        Assert.Equal("", TextFile.Read(_folder.In("zero")).Text);
    }

    [Fact]
    public void Link_to_itself_is_told()
    {
        _folder.Link("a", "b");
        _folder.Link("b", "a");

        Assert.Equal("it is a link that leads to no file.", TextFile.Read(_folder.In("a")).Failure);
    }

    [Fact]
    public void Unreadable_file_is_told()
    {
        var path = _folder.Write("a.txt", "x");
        Assert.SkipUnless(_folder.Forbid("a.txt"), "Permissions do not bind this user.");

        Assert.Equal("reading it is not permitted.", TextFile.Read(path).Failure);
    }

    private static Encoding EncodingOf(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-8 marked" => new UTF8Encoding(true),
        "utf-16le" => new UnicodeEncoding(false, true),
        "utf-16be" => new UnicodeEncoding(true, true),
        "utf-32le" => new UTF32Encoding(false, true),
        _ => new UTF32Encoding(true, true),
    };
}
