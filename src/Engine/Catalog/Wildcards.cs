namespace AiToolPolicy.Engine.Catalog;

/// <summary>Patterns in which <c>*</c> stands for any run of characters, matched in linear time.</summary>
internal static class Wildcards
{
    public static bool IsMatch(string pattern, string value, StringComparison comparison)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, value, comparison);
        }

        var last = parts[parts.Length - 1];
        if (!value.StartsWith(parts[0], comparison) || !value.EndsWith(last, comparison) || value.Length < parts[0].Length + last.Length)
        {
            return false;
        }

        var position = parts[0].Length;
        var end = value.Length - last.Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = value.IndexOf(parts[i], position, end - position, comparison);
            if (found < 0)
            {
                return false;
            }

            position = found + parts[i].Length;
        }

        return true;
    }
}
