using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class NpmLockTests
{
    private const string Version3 = """
        {
          "name": "app", "lockfileVersion": 3,
          "packages": {
            "": { "dependencies": { "@initech/agent": "^1.0.0", "wrapper": "^2.0.0" }, "workspaces": ["tools/*"] },
            "tools/lint": { "devDependencies": { "alias": "npm:initech@^4.0.0" } },
            "node_modules/lint": { "resolved": "tools/lint", "link": true },
            "node_modules/@initech/agent": { "version": "1.2.0" },
            "node_modules/alias": { "name": "initech", "version": "4.1.0" },
            "node_modules/wrapper": { "version": "2.0.1", "dependencies": { "middle": "*" } },
            "node_modules/middle": { "version": "3.0.0", "dependencies": { "initech": "^2.0.0", "@initech/agent": "^1.0.0" } },
            "node_modules/middle/node_modules/initech": { "version": "2.5.0" },
            "node_modules/initechs": { "version": "1.0.0" }
          }
        }
        """;

    [Fact]
    public void Direct_packages_stand_at_their_lines_and_others_with_the_path_that_leads_to_them() => Assert.Equal(
        """
        package-lock.json(7,5)-(7,34): Manifest Dependency: npm package '@initech/agent' 1.2.0 (locked) is agent
        package-lock.json(8,5)-(8,25): Manifest Dependency: npm package 'initech' 4.1.0 (locked) is agent
        package-lock.json(11,5)-(11,47): Manifest Dependency: npm package 'initech' 2.5.0 is agent through wrapper 2.0.1 > middle 3.0.0 > initech 2.5.0
        """,
        ManifestSample.Evidence("package-lock.json", Version3));

    [Fact]
    public void A_shrinkwrap_is_read_as_a_lock() =>
        Assert.Equal(3, ManifestSample.Inspect(InputFile.Of("a/npm-shrinkwrap.json", Version3)).Evidence.Count);

    [Fact]
    public void Version_1_does_not_mark_direct_packages_so_those_nothing_needs_are_taken_for_it() => Assert.Equal(
        """
        package-lock.json(2,27)-(2,43): Manifest Dependency: npm package '@initech/agent' 1.2.0 (locked) is agent
        package-lock.json(5,27)-(5,36): Manifest Dependency: npm package 'initech' 2.5.0 is agent through wrapper 2.0.1 > initech 2.5.0
        package-lock.json(6,5)-(6,12): Manifest Dependency: npm package 'initech' 4.1.0 (locked) is agent
        """,
        ManifestSample.Evidence("package-lock.json", """
            { "lockfileVersion": 1,
              "dependencies": {       "@initech/agent": { "version": "1.2.0" },
                "wrapper": {
                  "version": "2.0.1", "requires": { "initech": "^2.0.0" },
                  "dependencies": {   "initech": { "version": "2.5.0" } } },
                "other": { "version": "npm:initech@4.1.0" } } }
            """));

    [Fact]
    public void A_direct_package_folds_into_the_manifest_that_declares_it_with_the_locked_version() => Assert.Equal(
        """
        package-lock.json(11,5)-(11,47): Manifest Dependency: npm package 'initech' 2.5.0 is agent through wrapper 2.0.1 > middle 3.0.0 > initech 2.5.0
        package.json(1,21)-(1,37): Manifest Dependency: npm package '@initech/agent' (dependencies) 1.2.0 is agent also package-lock.json(7,5)
        tools/lint/package.json(1,24)-(1,33): Manifest Dependency: npm package 'initech' (devDependencies) 4.1.0 is agent also package-lock.json(8,5)
        """,
        ManifestSample.Merged(
            InputFile.Of("package-lock.json", Version3),
            InputFile.Of("package.json", """{ "dependencies": { "@initech/agent": "^1.0.0" } }"""),
            InputFile.Of("tools/lint/package.json", """{ "devDependencies": { "initech": "^4.0.0" } }""")));

    [Fact]
    public void The_nearest_lock_counts_and_only_for_its_own_manifest() => Assert.Equal(
        """
        examples/package-lock.json(1,17)-(1,46): Manifest Dependency: npm package '@initech/agent' 0.1.0 (locked) is agent
        examples/package.json(1,21)-(1,30): Manifest Dependency: npm package 'initech' (dependencies) 4.0.0 is agent also examples/package-lock.json(2,3)
        package-lock.json(7,5)-(7,34): Manifest Dependency: npm package '@initech/agent' 1.2.0 (locked) is agent
        package-lock.json(8,5)-(8,25): Manifest Dependency: npm package 'initech' 4.1.0 (locked) is agent
        package-lock.json(11,5)-(11,47): Manifest Dependency: npm package 'initech' 2.5.0 is agent through wrapper 2.0.1 > middle 3.0.0 > initech 2.5.0
        """,
        ManifestSample.Merged(
            InputFile.Of("examples/package-lock.json", "{ \"packages\": { \"node_modules/@initech/agent\": { \"version\": \"0.1.0\" },\n  \"node_modules/initech\": { \"version\": \"4.0.0\" } } }"),
            InputFile.Of("examples/package.json", """{ "dependencies": { "initech": "^4.0.0" } }"""),
            InputFile.Of("package-lock.json", Version3)));

    [Fact]
    public void What_another_ecosystem_calls_by_the_same_name_does_not_fold() => Assert.Equal(
        2,
        ManifestSample.Merged(
            InputFile.Of("package-lock.json", """{ "packages": { "": { "dependencies": { "initech": "1" } }, "node_modules/initech": { "version": "1.0.0" } } }"""),
            InputFile.Of("requirements.txt", "initech==1.0\n")).Split('\n').Length);

    [Fact]
    public void A_policy_may_allow_the_path_through_a_wrapper()
    {
        const string Policy = """{ "name": "P", "rules": [ { "tools": ["agent"], "action": "deny", "allowedThrough": ["MIDDLE"] } ] }""";
        var messages = ManifestSample.Messages(Policy, InputFile.Of("package-lock.json", Version3)).Split('\n');

        Assert.Equal(2, messages.Length);
        Assert.All(messages, m => Assert.DoesNotContain("transitive", m, StringComparison.Ordinal));
    }

    [Fact]
    public void A_transitive_finding_shows_the_path() => Assert.Contains(
        "npm package 'initech' 2.5.0, transitive: wrapper 2.0.1 → middle 3.0.0 → initech 2.5.0 · Agent (agent) by Initech",
        ManifestSample.Messages("""{ "name": "P", "rules": [ { "tools": ["agent"], "action": "deny" } ] }""", InputFile.Of("package-lock.json", Version3)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "packages": { "node_modules/initechs": { "version": "1.0.0" }, "node_modules/@initech/agents": {}, "node_modules/x": 1 } }""")]
    [InlineData("""{ "dependencies": { "initechs": { "version": "1.0.0" }, "x": "initech" } }""")]
    [InlineData("""{ "packages": [], "dependencies": "initech" }""")]
    [InlineData("")]
    public void Others_and_wrong_types_give_nothing(string text) => Assert.Equal("", ManifestSample.Evidence("package-lock.json", text));

    [Fact]
    public void A_malformed_file_is_told_at_its_line_and_what_stands_before_is_inspected()
    {
        var context = ManifestSample.Inspect(InputFile.Of("package-lock.json", "{ \"packages\": { \"node_modules/initech\": { \"version\": \"1.0.0\" },\n<<<<<<< HEAD\n} }"));

        Assert.Equal("package-lock.json(2,1): Expected a key in double quotes or '}', found '<'.", Rendered.Lines(context.Problems));
        Assert.Equal("1.0.0", Assert.Single(context.Evidence).Version);
    }
}
