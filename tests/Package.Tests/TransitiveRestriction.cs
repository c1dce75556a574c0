using System.Globalization;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A denied package that only comes in behind an allowed one.</summary>
public sealed class TransitiveRestriction(PackedPackage package)
{
    private const string Denied = """{ "id": "no-meai", "tools": ["microsoft-extensions-ai"], "action": "deny", "surfaces": ["package"] """;

    private Repository NewRepository(string rule) =>
        new Repository(package, "ModelContextProtocol/2.3.1").AddPolicy(rule).AddApp("App", "net10.0", "ModelContextProtocol");

    [Fact]
    public async Task Denied_isAnErrorAtTheDirectReferenceWithThePath()
    {
        using var repository = NewRepository(Denied + "}");

        var build = await repository.BuildAsync("App");

        Assert.All(build.Diagnostics, d => Assert.Equal("App/App.csproj(4,5): error AITP1001", $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}"));
        Assert.Matches(@"ModelContextProtocol 2\.3\.1 → .*Microsoft\.Extensions\.AI\.Abstractions", build.Diagnostics.Single(d => d.Message.StartsWith("Package 'Microsoft.Extensions.AI.Abstractions'", StringComparison.Ordinal)).Message);
        Assert.False(build.Compiled("App"), build.Output);
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task Wrapper_letsItPass()
    {
        using var repository = NewRepository(Denied + """, "allowedThrough": ["ModelContextProtocol"] }""");

        var build = await repository.BuildAsync("App");

        Assert.Equal("", build.Places);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public async Task LaterTransitiveDate_isADatedWarning()
    {
        var day = DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var repository = NewRepository(Denied + $$""", "transitive": { "effective": "{{day}}" } }""");

        var build = await repository.BuildAsync("App");

        Assert.All(build.Diagnostics, d => Assert.Equal("warning", d.Severity));
        Assert.Contains($"denied from {day} on (1 day left)", Assert.Single(build.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public async Task ReferenceInASharedFile_isPlacedThereOnceForAllProjects()
    {
        using var repository = new Repository(package, "ModelContextProtocol/2.3.1").AddPolicy(Denied + """, "effective": "2999-01-01" }""")
            .AddApp("A", "net10.0").AddApp("B", "net10.0")
            .Add("Directory.Build.props", """
                <Project>
                  <ItemGroup>
                    <PackageReference Include="ModelContextProtocol" />
                  </ItemGroup>
                </Project>
                """)
            .Add("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx");

        Assert.Equal("Directory.Build.props(3,5): warning AITP1001", build.Places);
        Assert.Equal(0, build.ExitCode);
    }
}
