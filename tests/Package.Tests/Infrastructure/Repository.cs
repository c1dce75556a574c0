namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>A repository in an empty folder, with the packed package for every project in it.</summary>
internal sealed class Repository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aitp-repo-");
    private readonly PackedPackage _package;
    private readonly List<(string Id, string Version)> _versions = [];

    /// <param name="versions">Central package versions, as "Id/1.2.3"; they begin on line 4 of Directory.Packages.props.</param>
    public Repository(PackedPackage package, params string[] versions)
    {
        _package = package;
        _versions.AddRange(versions.Select(v => (v.Split('/')[0], v.Split('/')[1])));
        Directory.CreateDirectory(Path.Combine(Root, ".git"));
        Add("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        Add("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
            {string.Concat(_versions.Select(v => $"    <PackageVersion Include=\"{v.Id}\" Version=\"{v.Version}\" />\n"))}    <GlobalPackageReference Include="AiToolPolicy" Version="{_package.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Root => _folder.FullName;

    /// <summary>Environment variables of the builds, by name and value.</summary>
    public List<(string Name, string Value)> Variables { get; } = [];

    public Repository Add(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>A C# console project, named as its folder, whose package references begin on line 4.</summary>
    public Repository AddApp(string folder, string frameworks, params string[] references)
    {
        var property = frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        Add($"{folder}/Program.cs", "return 0;");
        return Add($"{folder}/{Path.GetFileName(folder)}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><{property}>{frameworks}</{property}><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references.Select(r => $"    <PackageReference Include=\"{r}\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    public Repository AddPolicy(string rules, string more = "") => Add("ai-tool-policy.json", $$"""
        {
          "name": "Contoso", "version": "1",{{more}}
          "rules": [
            {{rules}}
          ]
        }
        """);

    /// <summary>Builds, by default everything, with plain output in which each diagnostic stands once.</summary>
    public Task<BuildResult> BuildAsync(params string[] arguments) => RunAsync(["build", .. arguments]);

    public async Task<BuildResult> RunAsync(params string[] arguments) =>
        new(await DotNet.RunAsync(Root, Variables, [.. arguments, "-clp:NoSummary", "-tl:off", "-v:m"]), Root);

    public void Dispose() => _folder.Delete(recursive: true);
}
