using System.Text;

namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>Hidden characters of one class that stand together.</summary>
/// <param name="Codes">Their code points, in the order of the text.</param>
public sealed record HiddenRun(HiddenClass Class, IReadOnlyList<int> Codes, Location Location)
{
    /// <summary>What tags or selectors spell, safe to print and cut at 80 characters; null where they spell nothing.</summary>
    public string? Decoded
    {
        get
        {
            var spelled = Class switch
            {
                HiddenClass.Tag => string.Concat(Codes.Select(c => (char)(c - 0xE0000)).Where(c => c is >= ' ' and <= '~')),
                HiddenClass.VariationSelector when Codes.Count > 1 => Readable([.. Codes.Select(ByteOf)]),
                _ => "",
            };
            return spelled.Length == 0 ? null : PlainText.Safe(spelled, 80);
        }
    }

    // Sixteen selectors and two hundred and forty more: one byte each.
    private static byte ByteOf(int code) => (byte)(code <= 0xFE0F ? code - 0xFE00 : code - 0xE0100 + 16);

    private static string Readable(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.All(c => c != '\uFFFD' && (!char.IsControl(c) || char.IsWhiteSpace(c))) ? text : "";
    }
}
