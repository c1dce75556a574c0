namespace AiToolPolicy.Engine.Inspection;

/// <summary>File names that more than one part of the engine must agree on. NuGet and MSBuild find them without regard to case on most systems, so do we.</summary>
public static class FileNames
{
    public const string CentralVersions = "Directory.Packages.props";
    public const string LockFile = "packages.lock.json";

    /// <summary>The ending of what Visual Studio keeps for one user beside a project, and MSBuild imports.</summary>
    public const string UserSettings = ".user";

    public const string PackagesConfig = "packages.config";

    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    private static readonly string[] MsBuild = [".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".proj", ".projitems", ".shproj", ".pubxml", ".msbuild"];

    private static readonly string[] Sources = [".cs", ".vb", ".fs", ".razor", ".cshtml", ".xaml"];

    /// <summary>A file that the compiler reads, and no inspector.</summary>
    public static bool IsSource(string name) => Sources.Any(name.EndsWithIgnoringCase);

    /// <summary>A project that is built with the package, so that its own check reports it.</summary>
    public static bool IsProject(string name) => Projects.Any(name.EndsWithIgnoringCase);

    /// <summary>Any file in MSBuild's language.</summary>
    public static bool IsMsBuild(string name) => MsBuild.Any(name.EndsWithIgnoringCase);

    /// <summary>A file of one project: the project itself, or a package list beside it.</summary>
    public static bool BelongsToProject(string name) =>
        IsProject(name) || name.EqualsIgnoringCase(PackagesConfig) || IsLockFile(name);

    /// <summary>NuGet's lock file, also in its form with the project's name.</summary>
    public static bool IsLockFile(string name) =>
        name.EqualsIgnoringCase(LockFile) || (name.StartsWith("packages.", StringComparison.OrdinalIgnoreCase) && name.EndsWithIgnoringCase(".lock.json"));

    public static bool EqualsIgnoringCase(this string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithIgnoringCase(this string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
