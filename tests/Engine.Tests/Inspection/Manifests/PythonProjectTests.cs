using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class PythonProjectTests
{
    [Fact]
    public void Every_section_of_pyproject_is_seen() => Assert.Equal(
        """
        pyproject.toml(3,17)-(3,35): Manifest Dependency: PyPI package 'Initech.SDK' (project.dependencies) >=1 is agent
        pyproject.toml(5,10)-(5,19): Manifest Dependency: PyPI package 'initech' (project.optional-dependencies) is agent
        pyproject.toml(7,9)-(7,23): Manifest Dependency: PyPI package 'initech' (dependency-groups) 1.0 is agent
        pyproject.toml(10,13)-(10,32): Manifest Dependency: PyPI package 'initech-ext-build' (build-system.requires) is agent
        pyproject.toml(12,21)-(12,30): Manifest Dependency: PyPI package 'initech' (tool.uv.dev-dependencies) is agent
        pyproject.toml(15,1)-(15,12): Manifest Dependency: PyPI package 'initech_sdk' (tool.poetry.dependencies) ^1.2 is agent
        pyproject.toml(16,1)-(16,8): Manifest Dependency: PyPI package 'initech' (tool.poetry.dependencies) ^2 is agent
        pyproject.toml(19,1)-(19,14): Manifest Dependency: PyPI package 'initech-ext-a' (tool.poetry.group.dependencies) is agent
        """,
        ManifestSample.Evidence("pyproject.toml", """
            [project]
            name = "initech"
            dependencies = ["Initech.SDK >= 1", "other"]
            [project.optional-dependencies]
            cli =   ["initech"]
            [dependency-groups]
            dev  = ["initech==1.0"]
            lint = [{ include-group = "dev" }]
            [build-system]
            requires = ["initech-ext-build"]
            [tool.uv]
            dev-dependencies = ["initech"]
            [tool.poetry.dependencies]
            python = "^3.11"
            initech_sdk = "^1.2"
            initech = { version = "^2", extras = ["x"] }
            initechs = "*"
            [tool.poetry.group.test.dependencies]
            initech-ext-a = "*"
            """));

    // A hook that fills in the metadata may hold what the project needs; what builds it is installed as well.
    [Theory]
    [InlineData("tool.hatch.metadata.hooks.uv-dynamic-versioning", "dependencies", "tool.hatch.metadata.hooks.dependencies")]
    [InlineData("tool.hatch.metadata.hooks.uv-dynamic-versioning.optional-dependencies", "ai", "tool.hatch.metadata.hooks.optional-dependencies")]
    [InlineData("tool.hatch.build.hooks.custom", "dependencies", "tool.hatch.build.hooks.dependencies")]
    [InlineData("tool.hatch.build.targets.wheel", "dependencies", "tool.hatch.build.targets.dependencies")]
    public void What_Hatch_takes_from_a_hook_is_seen(string table, string key, string section) => Assert.Contains(
        $"PyPI package 'initech' ({section}) >=1 is agent",
        ManifestSample.Evidence("pyproject.toml", $"[{table}]\n{key} = [\"initech>=1\"]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("constraint-dependencies")]
    [InlineData("build-constraint-dependencies")]
    public void A_constraint_of_uv_is_configured_and_installs_nothing(string key) => Assert.Equal(
        $"pyproject.toml(2,{key.Length + 5})-(2,{key.Length + 19}): Manifest Configured: PyPI package 'initech' (tool.uv.{key}) 1.5 is agent",
        ManifestSample.Evidence("pyproject.toml", $"[tool.uv]\n{key} = [\"initech==1.5\"]"));

    [Fact]
    public void A_locked_package_stays_a_dependency_beside_a_constraint() => Assert.Equal(
        """
        pyproject.toml(2,28)-(2,42): Manifest Configured: PyPI package 'initech' (tool.uv.constraint-dependencies) 1.5 is agent
        uv.lock(2,8)-(2,17): Manifest Dependency: PyPI package 'initech' 1.5 (locked) is agent
        """,
        ManifestSample.Merged(
            InputFile.Of("pyproject.toml", "[tool.uv]\nconstraint-dependencies = [\"initech==1.5\"]\n"),
            InputFile.Of("uv.lock", "[[package]]\nname = \"initech\"\nversion = \"1.5\"\n")));

    [Fact]
    public void A_poetry_lock_folds_into_pyproject_and_gives_what_others_bring_in() => Assert.Equal(
        """
        poetry.lock(11,8)-(11,21): Manifest Dependency: PyPI package 'initech-sdk' 3.0 is agent through wrapper 2.0 > initech-sdk 3.0
        pyproject.toml(2,1)-(2,8): Manifest Dependency: PyPI package 'Initech' (tool.poetry.dependencies) 1.5 is agent also poetry.lock(2,8)
        """,
        ManifestSample.Merged(
            InputFile.Of("poetry.lock", """
                [[package]]
                name = "initech"
                version = "1.5"

                [[package]]
                name = "wrapper"
                version = "2.0"
                [package.dependencies]
                initech_sdk = ">=3"
                [[package]]
                name = "initech-sdk"
                version = "3.0"
                [package.extras]
                all = ["initech (>=1)"]
                """),
            InputFile.Of("pyproject.toml", "[tool.poetry.dependencies]\nInitech = \"^1.0\"\n")));

    [Fact]
    public void A_uv_lock_names_its_own_projects_so_that_direct_packages_are_known() => Assert.Equal(
        """
        uv.lock(5,8)-(5,17): Manifest Dependency: PyPI package 'initech' 1.5 (locked) is agent
        uv.lock(17,8)-(17,21): Manifest Dependency: PyPI package 'initech-sdk' 3.0 is agent through wrapper 2.0 > initech-sdk 3.0
        """,
        ManifestSample.Evidence("uv.lock", """
            version = 1

            [[package]]
            # fetched
            name = "initech"
            version = "1.5"
            source = { registry = "https://pypi.example/simple" }
            [[package]]
            name = "app"
            source = { virtual = "." }
            dependencies = [{ name = "initech" }, { name = "wrapper", marker = "x" }]
            [[package]]
            name = "wrapper"
            version = "2.0"
            dependencies = [{ name = "initech-sdk", version = "3.0" }]
            [[package]]
            name = "initech-sdk"
            version = "3.0"
            """));

    [Fact]
    public void A_uv_lock_says_nothing_of_a_requirements_file() => Assert.Equal(
        """
        examples/requirements.txt(1,1)-(1,8): Manifest Dependency: PyPI package 'initech' >=1 is agent
        uv.lock(3,8)-(3,17): Manifest Dependency: PyPI package 'initech' 1.5 (locked) is agent
        """,
        ManifestSample.Merged(
            InputFile.Of("examples/requirements.txt", "initech>=1\n"),
            InputFile.Of("uv.lock", "\n[[package]]\nname = \"initech\"\nversion = \"1.5\"\n")));

    [Fact]
    public void A_pdm_lock_and_a_standard_lock_are_read() => Assert.Equal(
        [
            "pdm.lock(2,8)-(2,17): Manifest Dependency: PyPI package 'initech' 1.5 is agent through wrapper 2.0 > initech 1.5",
            "pylock.toml(2,8)-(2,17): Manifest Dependency: PyPI package 'initech' 1.5 (locked) is agent",
        ],
        [
            ManifestSample.Evidence("pdm.lock", "[[package]]\nname = \"initech\"\nversion = \"1.5\"\n[[package]]\nname = \"wrapper\"\nversion = \"2.0\"\ndependencies = [\n  \"initech>=1 ; m\",\n]\n"),
            ManifestSample.Evidence("pylock.toml", "[[packages]]\nname = \"initech\"\nversion = \"1.5\"\n"),
        ]);

    [Fact]
    public void A_pipfile_and_its_lock_are_one_finding_for_each_package() => Assert.Equal(
        """
        Pipfile(4,1)-(4,8): Manifest Dependency: PyPI package 'initech' (packages) 1.5 is agent also Pipfile.lock(2,16)
        Pipfile(6,1)-(6,14): Manifest Dependency: PyPI package 'initech_ext_a' (dev-packages) >=1 is agent
        Pipfile.lock(3,16)-(3,29): Manifest Dependency: PyPI package 'initech-sdk' 3.0 (locked) is agent
        """,
        ManifestSample.Merged(
            InputFile.Of("Pipfile", "[[source]]\nname = \"initech\"\n[packages]\ninitech = \"*\"\n[dev-packages]\ninitech_ext_a = { version = \">=1\" }\n[scripts]\ninitech = \"x\"\n"),
            InputFile.Of("Pipfile.lock", "{ \"_meta\": { \"initech\": {} },\n  \"default\": { \"initech\": { \"version\": \"==1.5\" } },\n  \"develop\": { \"initech-sdk\": { \"version\": \"==3.0\" }, \"other\": 1 } }\n")));

    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"initech\"\ndependencies = [\"initechs\", 1]\ndescription = \"initech\"\n[tool.other]\ninitech = \"1\"\n")]
    [InlineData("uv.lock", "[[package]]\nname = \"initech\"\nsource = { editable = \".\" }\n")]
    [InlineData("poetry.lock", "[[package]]\nname = \"initechs\"\nversion = \"1\"\n")]
    [InlineData("Pipfile.lock", "{ \"default\": [\"initech\"] }")]
    public void Others_own_projects_and_wrong_types_give_nothing(string path, string text) => Assert.Equal("", ManifestSample.Evidence(path, text));

    [Fact]
    public void A_malformed_file_is_told_at_its_line_and_the_rest_is_inspected()
    {
        var context = ManifestSample.Inspect(InputFile.Of("pyproject.toml", "[project]\nversion = 1.0.0\ndependencies = [\"initech\"]\n"));

        Assert.StartsWith("pyproject.toml(2,11): Expected a value", Rendered.Lines(context.Problems), StringComparison.Ordinal);
        Assert.Equal("pyproject.toml(3,17)-(3,26): Manifest Dependency: PyPI package 'initech' (project.dependencies) is agent", Rendered.Lines(context.Evidence));
    }
}
