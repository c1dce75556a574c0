using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Manifests;

namespace AiToolPolicy.Engine.Yaml.Tests.Manifests;

public class ManifestTests
{
    [Fact]
    public void Hooks_of_pre_commit() => Assert.Equal(
        """
        Installed Action 'acme/code-action' v1
        Installed PyPI package 'acme-code' 1.0
        Installed npm package '@acme/code' 2
        Installed Command 'acme'
        """,
        See(new PreCommitInspector(), ".pre-commit-config.yaml", """
        repos:
        - repo: «https://github.com/acme/code-action»
          rev: v1
          hooks:
          - id: acme
            additional_dependencies: [ «acme-code==1.0», "«@acme/code@2»", other ]
        - repo: local
          hooks:
          - { entry: «acme» x, id: acme, name: acme }
        """));

    [Theory]
    [InlineData("packages:\n\n  '«@acme/code@1.2.0»':\n    resolution: {}\n", "Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  '«@acme/code@1.2.0(react@18.0.0)»': {}\n", "Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  «/@acme/code@1.2.0»: {}\n", "Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  «/@acme/code/1.2.0_react@18.0.0»: {}\n", "Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  acme@1.0.0: {}\n  '@acme/coder@1.0.0': {}\n  '@': {}\n  '/': {}\n", "")]
    [InlineData("packages:\n  '«@acme/code@1.2.0»': {}\n<<<<<<< HEAD\n", "Dependency npm package '@acme/code' 1.2.0\n(3,1) While parsing a block mapping, did not find expected key.")]
    public void Lock_files_of_pnpm(string text, string expected) => Assert.Equal(expected, See(new PnpmLockInspector(), "pnpm-lock.yaml", text));

    [Fact]
    public void What_another_package_needs_comes_with_the_path_that_leads_to_it()
    {
        var file = InputFile.Of("web/pnpm-lock.yaml", """
            lockfileVersion: '9.0'
            importers:
              .: { dependencies: { wrapper: { specifier: ^1.0.0, version: 1.0.0(react@18.0.0) } } }
              sub: { devDependencies: { mine: { specifier: 'npm:@acme/code@2', version: '@acme/code@2.0.0' } } }
            packages:
              wrapper@1.0.0: { resolution: {} }
              '@acme/code@1.2.0': { resolution: {} }
              '@acme/code@2.0.0': { resolution: {} }
            snapshots:
              wrapper@1.0.0(react@18.0.0): { dependencies: { '@acme/code': 1.2.0 } }
            """);
        var context = new InspectionContext(SurfaceSample.Catalog, ReferenceSites.None, new CentralVersions([]));
        new PnpmLockInspector().Inspect(file, context);

        Assert.Equal(["1.2.0", "2.0.0"], context.Evidence.Select(e => e.Version));
        Assert.Equal("wrapper 1.0.0", string.Join(" > ", context.Evidence[0].Through!.Shortest([])!.Take(1)));
        Assert.Null(context.Evidence[1].Through);
        Assert.All(context.Evidence, e => Assert.Equal(new LockScope("web", "package.json", true), e.LockOf));
    }

    [Fact]
    public void Catalogs_and_overrides_of_a_pnpm_workspace() => Assert.Equal(
        """
        Dependency npm package '@acme/code' (catalog) ^1.2.0
        Dependency npm package '@acme/code' (catalogs) 2.0.0
        Dependency npm package '@acme/code' (overrides) 3.0.0
        Dependency npm package '@acme/code' (overrides) >=4
        """,
        See(new PnpmWorkspaceInspector(), "pnpm-workspace.yaml", """
        packages: [ '@acme/code' ]
        catalog:
          other: 1.0.0
          "«@acme/code»": ^1.2.0
        catalogs:
          next: { mine: «npm:@acme/code@2.0.0» }
        overrides:
          «other@1>@acme/code@<3»: 3.0.0
          '«@acme/code@<4»': '>=4'
          '@acme/coder': '-'
        onlyBuiltDependencies: [ '@acme/code' ]
        """));

    [Fact]
    public void Environments_of_conda() => Assert.Equal(
        "Dependency PyPI package 'acme-code' 1.2\nDependency PyPI package 'acme-code' 2.0",
        See(new CondaEnvironmentInspector(), "environment.yml", "name: acme-code\ndependencies: [ c::«acme-code»=1.2=py_0, other, { pip: [ «acme-code==2.0» ] } ]\n"));

    [Theory]
    [InlineData("properties:\n  resources:\n  - resource: Microsoft.WinGet.DSC/WinGetPackage\n    settings: { id: «acme.code», version: '1' }\n", "Installed winget package 'acme.code' 1")]
    [InlineData("resources:\n- type: Microsoft.WinGet/Package\n  properties:\n    id: «Acme.Code»\n", "Installed winget package 'Acme.Code'")]
    [InlineData("resources:\n- type: Other/Thing\n  properties:\n    id: Acme.Code\n", "")]
    public void Configurations_of_winget(string text, string expected) => Assert.Equal(expected, See(new WingetConfigurationInspector(), ".config/configuration.winget", text));

    private static string See(IInspector inspector, string path, string text) => SurfaceSample.SeeMarked(inspector, path, text, Surface.Manifest);
}
