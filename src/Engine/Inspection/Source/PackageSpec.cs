namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>A package as a command names it.</summary>
/// <param name="Version">As written; null where there is none.</param>
public sealed record PackageSpec(string Id, string? Version)
{
    /// <summary><c>name</c>, <c>name@1.0</c>, <c>@scope/name@latest</c>; a word instead of a version counts as none.</summary>
    public static PackageSpec Npm(string text)
    {
        var at = text.IndexOf('@', 1);
        return at < 0 ? new PackageSpec(text, null) : new PackageSpec(text.Substring(0, at), Numbered(text.Substring(at + 1)));
    }

    /// <summary><c>name</c>, <c>name==1.0</c>, <c>name[extra]&gt;=1</c>.</summary>
    public static PackageSpec Pypi(string text)
    {
        var end = text.IndexOfAny(['=', '<', '>', '~', '!', '[', '@', ';']);
        return new PackageSpec(end < 0 ? text : text.Substring(0, end), null);
    }

    /// <summary><c>Id</c>, <c>Id@1.0.0</c>.</summary>
    public static PackageSpec NuGet(string text)
    {
        var at = text.IndexOf('@');
        return at < 0 ? new PackageSpec(text, null) : new PackageSpec(text.Substring(0, at), Numbered(text.Substring(at + 1)));
    }

    private static string? Numbered(string text) => text.Length > 0 && text.Any(char.IsDigit) ? text : null;
}
