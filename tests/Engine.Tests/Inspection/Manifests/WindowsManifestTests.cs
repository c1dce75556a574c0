using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Manifests;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

/// <summary>What package managers of Windows are told to install.</summary>
public class WindowsManifestTests
{
    [Theory]
    [InlineData("packages.config", "<packages>\n<package id=\"«acme-code»\" />\n<package id=\"git\" version=\"2.0\" />\n</packages>", "Installed Chocolatey package 'acme-code'")]
    [InlineData("setup/packages.config", "<packages>\n<package id=\"«Acme-Code»\" version=\"1.2\" installArguments=\"/S\" />\n</packages>", "Installed Chocolatey package 'Acme-Code' 1.2")]
    [InlineData("choco-packages.config", "<packages><package id=\"«acme-code»\" version=\"1.2\" /></packages>", "Installed Chocolatey package 'acme-code' 1.2")]
    [InlineData("packages.config", "<packages><package id=\"acme-code\" version=\"1.2\" targetFramework=\"net48\" /></packages>", "")]
    [InlineData("packages.config", "<packages><package id=\"acme-code\" version=\"1.2\" /></packages>", "")]
    [InlineData("packages.config", "<packages><!-- <package id=\"acme-code\" /> --></packages>", "")]
    public void Lists_of_Chocolatey(string path, string marked, string expected) => Assert.Equal(expected, See(new ChocolateyInspector(), path, marked));

    [Theory]
    [InlineData("<packages><package id=\"Acme.Code\" /></packages>", "")]
    [InlineData("<packages><package id=\"Acme.Code\" version=\"1.2\" targetFramework=\"net48\" /></packages>", "Package 'Acme.Code'")]
    [InlineData("<packages><package id=\"Acme.Code\" version=\"1.2\" /></packages>", "Package 'Acme.Code'")]
    public void A_list_of_Chocolatey_is_none_of_NuGet(string text, string expected) =>
        Assert.Contains(expected, SurfaceSample.See(new PackagesConfigInspector(), "packages.config", text, Surface.Package), StringComparison.Ordinal);

    [Theory]
    [InlineData("scoop.json", "{ \"buckets\": [ { \"Name\": \"acme-code\" } ], \"apps\": [ { \"Source\": \"main\", \"Name\": «\"acme-code\"», \"Version\": \"1.2\" }, { \"Name\": \"git\" } ] }", "Installed Scoop app 'acme-code' (app) 1.2")]
    [InlineData("win/scoop-export.json", "{ \"apps\": [ «\"main/acme-code\"» ] }", "Installed Scoop app 'acme-code' (app)")]
    [InlineData("bucket/mine.json", "{ \"version\": \"1\", \"depends\": [ \"git\", «\"extras/acme-code\"» ] }", "Installed Scoop app 'acme-code' (depends)")]
    [InlineData("bucket/mine.json", "{ \"version\": \"1\", \"depends\": «\"acme-code\"» }", "Installed Scoop app 'acme-code' (depends)")]
    [InlineData("bucket/mine.json", "{ \"depends\": \"acme-code\" }", "")]
    public void Apps_of_Scoop(string path, string marked, string expected) => Assert.Equal(expected, See(new ScoopInspector(), path, marked));

    [Theory]
    [InlineData("winget.json", "{ \"Sources\": [ { \"Packages\": [ { \"PackageIdentifier\": «\"acme.code\"», \"Version\": \"1.2\" } ] } ] }", "Installed winget package 'acme.code' 1.2")]
    [InlineData("my-packages.json", "{ \"Sources\": [ { \"SourceDetails\": {}, \"Packages\": [ { \"PackageIdentifier\": «\"Acme.Code\"» }, { \"PackageIdentifier\": \"Git.Git\" } ] } ] }", "Installed winget package 'Acme.Code'")]
    [InlineData("packages.json", "{ \"repositories\": [ \"Acme.Code\" ] }", "")]
    [InlineData("packages.json", "this is no JSON", "")]
    public void Imports_of_winget(string path, string marked, string expected) => Assert.Equal(expected, See(new WingetImportInspector(), path, marked));

    [Theory]
    [InlineData("{ \"tools\": { «\"Acme.Code\"»: { \"version\": \"1.2\", \"commands\": [\"acme\"] } } }", "Installed Tool 'Acme.Code' 1.2")]
    [InlineData("{ \"tools\": { \"Contoso.Wrapped\": { \"version\": \"1.2\", \"commands\": [\"other\", «\"acme\"»] } } }", "Installed Tool 'Contoso.Wrapped'")]
    [InlineData("{ \"tools\": { \"Contoso.Wrapped\": { \"version\": \"1.2\", \"commands\": [\"ac\"] } } }", "")]
    [InlineData("{ \"tools\": { \"Contoso.Tool\": { \"version\": \"1.2\", \"commands\": [\"acmes\"] } } }", "")]
    public void A_dotnet_tool_is_known_by_its_package_or_by_its_commands(string marked, string expected) =>
        Assert.Equal(expected, See(new ToolManifestInspector(), ".config/dotnet-tools.json", marked));

    private static string See(IInspector inspector, string path, string marked) => SurfaceSample.SeeMarked(inspector, path, marked, Surface.Manifest);
}
