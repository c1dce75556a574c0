using System.Text;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>Turns the bytes of a file into text, strictly: what is no text is said to be none instead of being patched up.</summary>
internal static class TextDecoder
{
    // UTF-32 before UTF-16, whose little-endian mark is the beginning of the longer one.
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Encoding EncodingOf(byte[] bytes) => Array.Find(Marked, e => StartsWith(bytes, e.GetPreamble())) ?? Unmarked;

    /// <summary>By byte order mark, else as UTF-8.</summary>
    public static FileText Decode(byte[] bytes)
    {
        var encoding = EncodingOf(bytes);
        var start = encoding.GetPreamble().Length;
        if (Text(encoding, bytes, start, bytes.Length - start) is not { } text)
        {
            var offset = start + ValidBytes(encoding, bytes, start);
            return FileText.Failed($"it is not valid {encoding.WebName.ToUpperInvariant()}: the byte at offset {offset} begins no character.");
        }

        var nul = text.IndexOf('\0');
        return nul < 0
            ? FileText.Of(text)
            : FileText.Failed($"it is no text: there is a NUL character at byte offset {start + encoding.GetByteCount(text.Substring(0, nul))}.");
    }

    private static string? Text(Encoding encoding, byte[] bytes, int start, int count)
    {
        try
        {
            return encoding.GetString(bytes, start, count);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The index that the exception carries differs between frameworks, so the valid beginning is searched for by halves.
    private static int ValidBytes(Encoding encoding, byte[] bytes, int start)
    {
        var (valid, invalid) = (0, bytes.Length - start);
        while (invalid - valid > 1)
        {
            var middle = (valid + invalid) / 2;
            (valid, invalid) = Begins(encoding, bytes, start, middle) ? (middle, invalid) : (valid, middle);
        }

        return LastWholeCharacter(encoding, bytes, start, valid);
    }

    // A decoder that may expect more bytes refuses only what no continuation could save.
    private static bool Begins(Encoding encoding, byte[] bytes, int start, int count)
    {
        try
        {
            _ = encoding.GetDecoder().GetCharCount(bytes, start, count, flush: false);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int LastWholeCharacter(Encoding encoding, byte[] bytes, int start, int count)
    {
        while (count > 0 && Text(encoding, bytes, start, count) is null)
        {
            count--;
        }

        return count;
    }

    private static bool StartsWith(byte[] bytes, byte[] mark) => bytes.Take(mark.Length).SequenceEqual(mark);
}
