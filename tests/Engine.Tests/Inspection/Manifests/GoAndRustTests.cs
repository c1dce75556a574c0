using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class GoAndRustTests
{
    [Fact]
    public void Go_modules_are_seen_when_required_replaced_or_used_as_a_tool() => Assert.Equal(
        """
        go.mod(5,9)-(5,38): Manifest Dependency: Go module 'example.org/initech/sdk-go/v2' v2.1.0 is agent
        go.mod(8,2)-(8,28): Manifest Dependency: Go module 'example.org/initech/sdk-go' (indirect) v1.0.0 is agent
        go.mod(12,32)-(12,58): Manifest Dependency: Go module 'example.org/initech/sdk-go' (replace) v1.1.0 is agent
        go.mod(14,6)-(14,40): Manifest Installed: Go module 'example.org/initech/sdk-go' (tool) is agent
        """,
        ManifestSample.Evidence("go.mod", """
            module example.org/initech/sdk-go

            go 1.24

            require example.org/initech/sdk-go/v2 v2.1.0

            require (
            	example.org/initech/sdk-go v1.0.0 // indirect
            	example.org/initech/sdk-gopher v1.0.0
            	// example.org/initech/sdk-go v0.1.0
            )
            replace example.org/other/x => example.org/initech/sdk-go v1.1.0
            exclude example.org/initech/sdk-go v1.0.1
            tool example.org/initech/sdk-go/cmd/gen
            """));

    [Fact]
    public void Crates_are_seen_in_every_section_under_their_real_names() => Assert.Equal(
        """
        Cargo.toml(4,1)-(4,11): Manifest Dependency: Crate 'initech_rs' (dependencies) 0.5 is agent
        Cargo.toml(5,1)-(5,6): Manifest Dependency: Crate 'initech-rs' (dependencies) 1 is agent
        Cargo.toml(12,1)-(12,11): Manifest Dependency: Crate 'initech-rs' (target.dependencies) 2 is agent
        Cargo.toml(10,1)-(10,11): Manifest Dependency: Crate 'initech-rs' (dev-dependencies) is agent
        Cargo.toml(14,1)-(14,11): Manifest Dependency: Crate 'initech-rs' (workspace.dependencies) 3 is agent
        """,
        ManifestSample.Evidence("Cargo.toml", """
            [package]
            name = "initech-rs"
            [dependencies]
            initech_rs = "0.5"
            other = { package = "initech-rs", version = "1" }
            initech-r = "1"
            [build-dependencies]
            initech-rs = { path = "crates/initech-rs" }
            [dev-dependencies]
            initech-rs.workspace = true
            [target.'cfg(windows)'.dependencies]
            initech-rs = { version = "2", features = ["x"] }
            [workspace.dependencies]
            initech-rs = "3"
            """));

    [Fact]
    public void A_cargo_lock_folds_into_the_manifests_of_its_workspace_and_gives_what_others_bring_in() => Assert.Equal(
        """
        Cargo.lock(12,8)-(12,20): Manifest Dependency: Crate 'initech-rs' 0.2.0 is agent through wrapper 1.0.0 > initech-rs 0.2.0
        app/Cargo.toml(2,1)-(2,11): Manifest Dependency: Crate 'initech-rs' (dependencies) 0.5.1 is agent also Cargo.lock(8,8)
        """,
        ManifestSample.Merged(
            InputFile.Of("Cargo.lock", """
                version = 4

                [[package]]
                name = "app"
                version = "0.1.0"
                dependencies = ["initech-rs 0.5.1", "wrapper"]
                [[package]]
                name = "initech-rs"
                version = "0.5.1"
                source = "registry+https://example.org/index"
                [[package]]
                name = "initech-rs"
                version = "0.2.0"
                source = "registry+https://example.org/index"
                [[package]]
                name = "wrapper"
                version = "1.0.0"
                source = "registry+https://example.org/index"
                dependencies = ["initech-rs 0.2.0 (registry+https://example.org/index)"]
                """),
            InputFile.Of("app/Cargo.toml", "[dependencies]\ninitech-rs = \"0.5\"\n")));

    [Theory]
    [InlineData("go.mod", "module example.org/initech/sdk-go\n")]
    [InlineData("go.sum", "example.org/initech/sdk-go v1.0.0 h1:abc=\n")]
    [InlineData("Cargo.toml", "[package]\nname = \"initech-rs\"\ndependencies = \"initech-rs\"\n")]
    [InlineData("Cargo.lock", "[[package]]\nname = \"initech-rs\"\nversion = \"0.1.0\"\n")]
    public void Own_modules_and_sums_give_nothing(string path, string text) => Assert.Equal("", ManifestSample.Evidence(path, text));

    [Fact]
    public void A_malformed_cargo_lock_is_told_at_its_line_and_the_rest_is_inspected()
    {
        var context = ManifestSample.Inspect(InputFile.Of("Cargo.lock", "[[package]]\n<<<<<<< HEAD\nname = \"initech-rs\"\nversion = \"1\"\nsource = \"x\"\n"));

        Assert.Equal("Cargo.lock(2,1): Expected a key, found '<'.", Rendered.Lines(context.Problems));
        Assert.Single(context.Evidence);
    }
}
