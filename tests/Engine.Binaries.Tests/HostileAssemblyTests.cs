using System.Reflection.PortableExecutable;
using System.Text;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests;
using static AiToolPolicy.Engine.Binaries.Tests.Library;

namespace AiToolPolicy.Engine.Binaries.Tests;

/// <summary>Files that only call themselves assemblies: each is a problem or silent, none throws, none is loaded.</summary>
public class HostileAssemblyTests
{
    private const string Malformed = "a.dll(1,1): its metadata is malformed.";

    private static readonly byte[] Whole = Compile("Some", Attribute("Company", "Contoso") + Types("Some.Where", 50));

    [Fact]
    public void An_empty_file_is_silent() => Assert.Equal("", Seen.Problem([]));

    [Fact]
    public void Native_code_is_silent()
    {
        var native = (byte[])Whole.Clone();
        using var image = new PEReader(new MemoryStream(native));
        var directories = image.PEHeaders.PEHeaderStartOffset + (image.PEHeaders.PEHeader!.Magic == PEMagic.PE32 ? 96 : 112);
        Array.Clear(native, directories + (14 * 8), 8);

        Assert.Equal("", Seen.Problem(native));
    }

    [Fact]
    public void A_text_is_no_assembly() =>
        Assert.Equal("a.dll(1,1): it is no executable file, whatever its name says.", Seen.Problem("#!/bin/sh"u8.ToArray()));

    [Fact]
    public void A_pointer_of_Git_LFS_is_named() =>
        Assert.Equal(
            "a.dll(1,1): it is a pointer of Git LFS; the file itself is not in this checkout.",
            Seen.Problem(Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")));

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_problem() =>
        Assert.Equal("a.dll(1,1): reading it is not permitted.", Rendered.Lines(Seen.Inspect(new InputFile("a.dll", () => FileText.Failed(""), () => FileBytes.Failed("reading it is not permitted."))).Problems));

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(500)]
    [InlineData(1500)]
    public void A_truncated_assembly_is_a_problem(int length) => Assert.Equal(Malformed, Seen.Problem(Whole[..length]));

    [Fact]
    public void Mutations_never_throw_and_never_hang()
    {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = (byte[])Whole.Clone();
            for (var changes = random.Next(1, 12); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.True(AssemblyReader.Read(new MemoryStream(bytes)) is { Problem: null } or { Facts: null });
        }
    }

    [Fact]
    public void Names_from_strangers_are_made_safe() =>
        Assert.DoesNotContain("\u001b", Seen.In("Helper.dll", Compile("Helper", Attribute("Title", "Acme.Client") + Types("Acme.Client.\\u0421x", 12))), StringComparison.Ordinal);
}
