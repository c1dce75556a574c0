using System.Globalization;

namespace AiToolPolicy.Engine.Text.Hidden;

/// <summary>A set of code points.</summary>
internal sealed class CodePointSet
{
    private readonly int[] _first;
    private readonly int[] _last;

    /// <param name="ranges">Hexadecimal, ascending, apart by blanks: <c>61-7A DF 100-17F</c>.</param>
    public CodePointSet(string ranges)
    {
        var parts = ranges.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        _first = [.. parts.Select(p => Number(p.Split('-')[0]))];
        _last = [.. parts.Select(p => Number(p.Split('-').Last()))];
    }

    public bool Contains(int code)
    {
        var index = Array.BinarySearch(_first, code);
        return index >= 0 || (~index > 0 && code <= _last[~index - 1]);
    }

    internal static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
