namespace AiToolPolicy.Benchmarks;

/// <summary>Writes a solution of small class libraries, each referring to the one before it and to an ordinary package.</summary>
internal static class Solution
{
    /// <param name="feed">The folder with the packed package, or null for a solution without it.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder, int projects, string? feed)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        var check = feed is null ? "" : $"""<GlobalPackageReference Include="AiToolPolicy" Version="{BenchPackage.Version}" />""";
        Add(folder, "Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Newtonsoft.Json" Version="13.0.3" />{check}</ItemGroup>
            </Project>
            """);
        if (feed is not null)
        {
            Add(folder, "nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed}" /></packageSources></configuration>""");
        }

        Add(folder, "ai-tool-policy.json", """{ "name": "Bench", "rules": [ { "id": "r", "tools": ["*"], "action": "deny" } ] }""");
        for (var i = 0; i < projects; i++)
        {
            var before = i == 0 ? "" : $"""<ProjectReference Include="../P{i - 1}/P{i - 1}.csproj" />""";
            Add(folder, $"P{i}/P{i}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="Newtonsoft.Json" />{before}</ItemGroup>
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
