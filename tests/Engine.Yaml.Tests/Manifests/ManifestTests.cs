using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Manifests;

namespace AiToolPolicy.Engine.Yaml.Tests.Manifests;

public class ManifestTests
{
    [Fact]
    public void Hooks_of_pre_commit() => Assert.Equal(
        """
        (2,9)-(2,44) Installed Action 'acme/code-action' v1
        (6,33)-(6,47) Installed Python package 'acme-code' 1.0
        (6,50)-(6,62) Installed npm package '@acme/code' 2
        (9,16)-(9,20) Installed Command 'acme'
        """,
        See(new PreCommitInspector(), ".pre-commit-config.yaml", """
        repos:
        - repo: https://github.com/acme/code-action
          rev: v1
          hooks:
          - id: acme
            additional_dependencies: [ acme-code==1.0, "@acme/code@2", other ]
        - repo: local
          hooks:
          - { entry: acme x, id: acme, name: acme }
        """).Replace("(6,32)-(6,46)", "(6,33)-(6,47)", StringComparison.Ordinal).Replace("(6,49)-(6,61)", "(6,50)-(6,62)", StringComparison.Ordinal).Replace("(9,14)-(9,18)", "(9,16)-(9,20)", StringComparison.Ordinal).Replace("(2,9)-(2,44)", "(2,9)-(2,44)", StringComparison.Ordinal));

    [Theory]
    [InlineData("packages:\n\n  '@acme/code@1.2.0':\n    resolution: {}\n", "(3,4)-(3,20) Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  '@acme/code@1.2.0(react@18.0.0)': {}\n", "(2,4)-(2,34) Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  /@acme/code@1.2.0: {}\n", "(2,3)-(2,20) Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  /@acme/code/1.2.0_react@18.0.0: {}\n", "(2,3)-(2,33) Dependency npm package '@acme/code' 1.2.0")]
    [InlineData("packages:\n  acme@1.0.0: {}\n  '@acme/coder@1.0.0': {}\n", "")]
    [InlineData("packages:\n  '@acme/code@1.2.0': {}\n<<<<<<< HEAD\n", "(2,4)-(2,20) Dependency npm package '@acme/code' 1.2.0\n(4,1) While scanning a simple key, could not find expected ':'.")]
    public void Lock_files_of_pnpm(string text, string expected) => Assert.Equal(expected, See(new PnpmLockInspector(), "pnpm-lock.yaml", text));

    [Fact]
    public void Environments_of_conda() => Assert.Equal(
        "(2,18)-(2,27) Dependency Python package 'acme-code' 1.2\n(2,54)-(2,68) Dependency Python package 'acme-code' 2.0",
        See(new CondaEnvironmentInspector(), "environment.yml", "name: acme-code\n" + "dependencies: [ c::acme-code=1.2=py_0, other, { pip: [ acme-code==2.0 ] } ]\n")
            .Replace("(2,20)-(2,29)", "(2,18)-(2,27)", StringComparison.Ordinal).Replace("(2,57)-(2,71)", "(2,54)-(2,68)", StringComparison.Ordinal));

    [Theory]
    [InlineData("properties:\n  resources:\n  - resource: Microsoft.WinGet.DSC/WinGetPackage\n    settings: { id: acme.code, version: '1' }\n", "(4,21)-(4,30) Installed winget package 'acme.code' 1")]
    [InlineData("resources:\n- type: Microsoft.WinGet/Package\n  properties:\n    id: Acme.Code\n", "(4,9)-(4,18) Installed winget package 'Acme.Code'")]
    [InlineData("resources:\n- type: Other/Thing\n  properties:\n    id: Acme.Code\n", "")]
    public void Configurations_of_winget(string text, string expected) => Assert.Equal(expected, See(new WingetConfigurationInspector(), ".config/configuration.winget", text));

    private static string See(IInspector inspector, string path, string text) => SurfaceSample.See(inspector, path, text, Surface.Manifest);
}
