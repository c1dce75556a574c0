namespace AiToolPolicy.Benchmarks;

/// <summary>
/// Writes a solution of small class libraries in layers, each referring to some before it and to ordinary packages, among them one of an AI tool
/// that nothing speaks against: what is allowed must cost as little as what is not there.
/// </summary>
internal static class Solution
{
    private static readonly (string Id, string Version)[] Packages = [("Newtonsoft.Json", "13.0.3"), ("Polly.Core", "8.9.1"), ("Dapper", "2.1.86"), ("OpenAI", "2.15.0")];

    /// <param name="feed">The folder with the packed package, or null for a solution without it.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder, int projects, string? feed)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        var check = feed is null ? "" : $"""<GlobalPackageReference Include="AiToolPolicy" Version="{BenchPackage.Version}" />""";
        Add(folder, "Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>{string.Concat(Packages.Select(package => $"""<PackageVersion Include="{package.Id}" Version="{package.Version}" />"""))}{check}</ItemGroup>
            </Project>
            """);
        if (feed is not null)
        {
            Add(folder, "nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed}" /></packageSources></configuration>""");
        }

        Add(folder, "ai-tool-policy.json", """{ "name": "Bench", "rules": [ { "id": "r", "tools": ["vendor:anthropic"], "action": "deny" } ] }""");
        for (var i = 0; i < projects; i++)
        {
            var before = new[] { i - 10, i - 13, i - 17 }.Where(other => other >= 0).Select(other => $"""<ProjectReference Include="../P{other}/P{other}.csproj" />""");
            var packages = Packages.Where((_, index) => index != i % Packages.Length).Select(package => $"""<PackageReference Include="{package.Id}" />""");
            Add(folder, $"P{i}/P{i}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>{string.Concat(packages.Concat(before))}</ItemGroup>
                </Project>
                """);
            Add(folder, $"P{i}/C.cs", $"namespace P{i}; public class C;");
        }

        Add(folder, "All.slnx", $"<Solution>{string.Concat(Enumerable.Range(0, projects).Select(i => $"<Project Path=\"P{i}/P{i}.csproj\" />"))}</Solution>");
        return folder;
    }

    private static void Add(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
