using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>Tells from the path of a referenced assembly which package it lies in.</summary>
public static class ReferencePath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>
    /// The package of <c>…/anthropic/12.36.0/lib/net8.0/Anthropic.dll</c>, as NuGet's folders are laid out, or of <c>…/Anthropic.12.36.0/lib/…</c>,
    /// as packages.config does it; null for any other place.
    /// </summary>
    public static PackageVersion? PackageOf(string path)
    {
        var parts = path.Split(Separators);
        for (var i = parts.Length - 2; i >= 1; i--)
        {
            if (parts[i] is not ("lib" or "ref"))
            {
                continue;
            }

            // The assembly of a runtime: …/1.0.0/runtimes/win/lib/net8.0/….
            var version = i >= 4 && parts[i - 2] == "runtimes" ? i - 3 : i - 1;
            return version >= 1 && IsVersion(parts[version], 0) ? new PackageVersion(parts[version - 1], parts[version]) : Split(parts[version]);
        }

        return null;
    }

    private static PackageVersion? Split(string folder)
    {
        for (var dot = folder.IndexOf('.'); dot > 0; dot = folder.IndexOf('.', dot + 1))
        {
            if (IsVersion(folder, dot + 1))
            {
                return new PackageVersion(folder.Substring(0, dot), folder.Substring(dot + 1));
            }
        }

        return null;
    }

    // 1.2, 1.2.3-beta: digits, a dot and a digit.
    private static bool IsVersion(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsDigit(text[at]))
        {
            at++;
        }

        return at > start && at + 1 < text.Length && text[at] == '.' && char.IsDigit(text[at + 1]);
    }
}
