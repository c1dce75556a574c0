using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Pipelines;

namespace AiToolPolicy.Engine.Yaml.Tests.Pipelines;

public class GitHubWorkflowTests
{
    [Fact]
    public void Everything_that_a_workflow_uses_is_seen_at_its_place() => Assert.Equal(
        """
        Configured Variable 'ACME_KEY'
        Installed Action 'acme/flows/.github/workflows/review.yml' main
        Installed Container image 'ghcr.io/acme/x'
        Installed Container image 'acme/code' 1
        Installed Action 'acme/Code-Action' v2.1
        Installed Action 'acme/code-action/sub' 0a1b
        Installed Container image 'acme/code'
        Installed Command 'acme'
        Installed Command 'acme'
        Configured Variable 'ACME_KEY'
        Configured Variable 'ACME_KEY'
        """,
        See("""
        name: acme # acme
        on: push
        env:
          «ACME_KEY»: x
        jobs:
          call:
            uses: "«acme/flows/.github/workflows/review.yml@main»"
          build:
            runs-on: ubuntu-latest
            container: «ghcr.io/acme/x»
            services:
              s:
                image: «acme/code:1»
            steps:
              - uses: actions/checkout@v4
              - uses: «acme/Code-Action@v2.1»
              - uses: «acme/code-action/sub@0a1b» # v1
              - uses: docker://«acme/code»
              - run: |
                  echo "acme"
                  «acme» x ${{ github.sha || 'acme' }}
              - shell: python
                run: acme
              - run: if ($x) { «acme» }
                shell: pwsh
                env: { A: "${{ secrets.«ACME_KEY» }}", «ACME_KEY»: "${{ secrets.ACME_KEY }}" }
              - uses: ./acme/code-action
              - uses: acme/other@v1
        """));

    [Fact]
    public void Servers_that_a_step_writes_into_a_configuration_are_seen() => Assert.Equal(
        """
        Configured MCP server 'code' (npm package '@acme/code') on McpServer
        Configured MCP server 'image' (image 'acme/code') 1 on McpServer
        """,
        See("""
        on: push
        jobs:
          build:
            steps:
              - run: |
                  mkdir -p ~/.x
                  cat << X_EOF | node start_mcp_gateway.cjs
                    {
                      "mcpServers": {
                        "code": {
                          "command": "npx",
                          "args": ["-y", «"@acme/code"»],
                          "env": { "KEY": "\${KEY}" },
                          "allowed": ${{ steps.x.outputs.names }}
                        },
                        "image": { "command": "docker", "args": ["run", «"acme/code:1"»] }
                      },
                      "port": $PORT
                    }
                  X_EOF
        """));

    [Fact]
    public void A_composite_action_is_read_like_a_job() => Assert.Equal(
        "Installed Action 'acme/code-action' v1\nInstalled Command 'acme'",
        See("""
        name: acme
        inputs: { acme: { default: acme } }
        runs:
          using: composite
          steps:
            - uses: «acme/code-action@v1»
            - run: (x; «acme»)
              shell: bash
        """, "tools/act/action.yml"));

    [Fact]
    public void A_secret_that_an_input_is_called_after_is_seen() => Assert.Equal(
        "Configured Variable 'ACME_KEY'\nConfigured Variable 'ACME_KEY'\nConfigured Variable 'ACME_KEY'",
        See("""
        jobs:
          a: { uses: x/y/.github/workflows/z.yml@v1, secrets: { ACME_KEY: "${{ secrets.«ACME_KEY» }}" } }
          b:
            env: { «ACME_KEY»: "${{ secrets.ACME_KEY }}" }
            steps: [ { uses: x/y@v1, with: { ACME_KEY: "${{ secrets.«ACME_KEY» }}" } } ]
        """));

    // A folder of a known action is that tool's, whatever words its name holds.
    [Fact]
    public void An_action_of_no_catalog_is_a_suspect_by_the_words_of_its_name() => Assert.Equal(
        "Suspect: Installed Action 'globex/pilot-review' v1\nInstalled Action 'acme/code-action/pilot' v1",
        See("jobs: { a: { steps: [ { uses: «globex/pilot-review@v1» }, { uses: globex/pilots@v1 }, { uses: «acme/code-action/pilot@v1» } ] } }"));

    // To PowerShell a quoted text is no command.
    [Theory]
    [InlineData("windows-latest", "acme", "")]
    [InlineData("ubuntu-latest", "«acme»", "Installed Command 'acme'")]
    public void A_windows_job_speaks_PowerShell(string machine, string command, string expected) =>
        Assert.Equal(expected, See($"jobs:\n  b:\n    runs-on: {machine}\n    steps:\n    - run: \"'{command}' | x\""));

    [Theory]
    [InlineData("templates/.github/workflows/a.yml")]
    [InlineData("examples/a.yaml")]
    public void A_workflow_that_is_not_run_is_only_a_mention(string path) => Assert.Equal(
        "Mention Action 'acme/code-action' v1",
        See("on: push\njobs: { a: { steps: [ { uses: «acme/code-action@v1» } ] } }", path));

    [Fact]
    public void Another_yaml_file_is_left_alone() => Assert.Equal("", See("jobs:\n  a: { steps: [ { uses: acme/code-action@v1 } ] }\n}", "a.yml"));

    [Fact]
    public void What_stands_before_a_mistake_is_seen_and_the_mistake_is_placed() => Assert.Equal(
        "Installed Action 'acme/code-action' v1\n(5,3) While parsing a block mapping, did not find expected key.",
        See("jobs:\n  a:\n    steps:\n    - uses: «acme/code-action@v1»\n  b\n  c: d\n  e: { steps: [ { uses: acme/code-action@v1 } ] }\n"));

    [Fact]
    public void Anchors_are_followed() => Assert.Equal(
        "Installed Command 'acme'",
        See("x-steps: &steps\n  - run: '«acme»'\njobs:\n  a: { steps: *steps }\n  b: { steps: *steps }\n"));

    private static string See(string text, string path = ".github/workflows/ci.yml") => SurfaceSample.SeeMarked(new GitHubWorkflowInspector(), path, text);
}
