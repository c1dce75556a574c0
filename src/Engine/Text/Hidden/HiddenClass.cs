namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>What kind of character a reader does not see.</summary>
public enum HiddenClass
{
    None,
    Tag,
    BidirectionalControl,
    DirectionMark,
    ZeroWidthJoiner,
    ZeroWidthNonJoiner,
    ZeroWidthSpace,
    VariationSelector,
    MongolianSelector,
    ByteOrderMark,
    SoftHyphen,
    LineSeparator,
    Control,
    LoneSurrogate,
    Noncharacter,
    BlankPattern,
    Ignorable,
}

/// <summary>Which code points a reader does not see, whatever stands beside them.</summary>
internal static class HiddenClasses
{
    // Default_Ignorable_Code_Point, as far as no case below names it, and the marks of interlinear annotation.
    private static readonly CodePointSet Ignorable = new("""
        34F 115F-1160 17B4-17B5 180E 2060-2065 206A-206F 3164 FFA0 FFF0-FFFB 1BCA0-1BCA3 1D173-1D17A E0080-E00FF E01F0-E0FFF
        """);

    public static HiddenClass Of(int code) => code switch
    {
        '\t' or '\n' or '\r' or (>= 0x20 and < 0x7F) => HiddenClass.None,
        < 0x20 or 0x7F => HiddenClass.Control,
        0x85 or 0x2028 or 0x2029 => HiddenClass.LineSeparator,
        < 0xA0 => HiddenClass.Control,
        0xAD => HiddenClass.SoftHyphen,
        0x61C or 0x200E or 0x200F => HiddenClass.DirectionMark,
        (>= 0x180B and <= 0x180D) or 0x180F => HiddenClass.MongolianSelector,
        0x200B => HiddenClass.ZeroWidthSpace,
        0x200C => HiddenClass.ZeroWidthNonJoiner,
        0x200D => HiddenClass.ZeroWidthJoiner,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => HiddenClass.BidirectionalControl,
        0x2800 => HiddenClass.BlankPattern,
        >= 0xD800 and <= 0xDFFF => HiddenClass.LoneSurrogate,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => HiddenClass.VariationSelector,
        0xFEFF => HiddenClass.ByteOrderMark,
        >= 0xE0000 and <= 0xE007F => HiddenClass.Tag,
        (>= 0xFDD0 and <= 0xFDEF) => HiddenClass.Noncharacter,
        _ when (code & 0xFFFE) == 0xFFFE => HiddenClass.Noncharacter,
        _ => Ignorable.Contains(code) ? HiddenClass.Ignorable : HiddenClass.None,
    };
}
