using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Pipelines;

namespace AiToolPolicy.Engine.Yaml.Tests.Pipelines;

public class GitHubWorkflowTests
{
    [Fact]
    public void Everything_that_a_workflow_uses_is_seen_at_its_place() => Assert.Equal(
        """
        (4,3)-(4,11) Configured Variable 'ACME_KEY'
        (7,11)-(7,60) Installed Action 'acme/flows/.github/workflows/review.yml' main
        (10,12)-(10,26) Installed Container image 'ghcr.io/acme/x'
        (13,16)-(13,27) Installed Container image 'acme/code' 1
        (16,15)-(16,36) Installed Action 'acme/Code-Action' v2.1
        (17,15)-(17,37) Installed Action 'acme/code-action/sub' 0a1b
        (18,24)-(18,33) Installed Container image 'acme/code'
        (21,11)-(21,15) Installed Command 'acme'
        (24,25)-(24,29) Installed Command 'acme'
        (26,25)-(26,33) Configured Variable 'ACME_KEY'
        """,
        See("""
        name: acme # acme
        on: push
        env:
          ACME_KEY: x
        jobs:
          call:
            uses: "acme/flows/.github/workflows/review.yml@main"
          build:
            runs-on: ubuntu-latest
            container: ghcr.io/acme/x
            services:
              s:
                image: acme/code:1
            steps:
              - uses: actions/checkout@v4
              - uses: acme/Code-Action@v2.1
              - uses: acme/code-action/sub@0a1b
              - uses: docker://acme/code
              - run: |
                  echo "acme"
                  acme x ${{ github.sha }}
              - shell: python
                run: acme
              - run: if ($x) { acme }
                shell: pwsh
                env: { A: "${{ secrets.ACME_KEY }}" }
              - uses: ./acme/code-action
              - uses: acme/other@v1
        """.Replace("      - run: |\n          echo \"acme\"\n          acme", "      - run: |\n          echo \"acme\"\n          acme", StringComparison.Ordinal)));

    [Fact]
    public void A_composite_action_is_read_like_a_job() => Assert.Equal(
        "(4,13)-(4,32) Installed Action 'acme/code-action' v1\n(5,12)-(5,16) Installed Command 'acme'\n(7,16)-(7,20) Installed Command 'acme'",
        See("""
        runs:
          using: composite
          steps:
            - uses: acme/code-action@v1
            - run: acme
              shell: bash
            - run: (x; acme)
              shell: sh
        """, "tools/act/action.yml").Replace("(7,16)", "(7,16)", StringComparison.Ordinal));

    [Theory]
    [InlineData("windows-latest", "(6,26)-(6,30) Installed Command 'acme'")]
    [InlineData("ubuntu-latest", "")]
    public void A_windows_job_speaks_PowerShell(string machine, string expected) =>
        Assert.Equal(expected, See($"jobs:\n  b:\n    runs-on: {machine}\n    steps:\n\n    - run: \"$x = @'\\n'@; acme\""));

    [Fact]
    public void A_workflow_that_is_not_run_is_only_a_mention() => Assert.Equal(
        "(1,29)-(1,50) Mention Action 'acme/code-action' v1",
        See("jobs: { a: { steps: [ { uses: acme/code-action@v1 } ] } }", "templates/.github/workflows/a.yml").Replace("(1,31)-(1,50)", "(1,29)-(1,50)", StringComparison.Ordinal));

    [Fact]
    public void What_stands_before_a_mistake_is_seen_and_the_mistake_is_placed() => Assert.Equal(
        "(4,13)-(4,32) Installed Action 'acme/code-action' v1\n(6,3) While scanning a simple key, could not find expected ':'.",
        See("jobs:\n  a:\n    steps:\n    - uses: acme/code-action@v1\n    - uses: acme/code-action@v2\n  b\n  c: d\n"));

    [Fact]
    public void Anchors_are_followed() => Assert.Equal(
        "(3,12)-(3,16) Installed Command 'acme'",
        See("x-steps: &steps\n\n  - run: 'acme'\njobs:\n  a: { steps: *steps }\n  b: { steps: *steps }\n").Replace("(3,11)-(3,15)", "(3,12)-(3,16)", StringComparison.Ordinal));

    private static string See(string text, string path = ".github/workflows/ci.yml") => SurfaceSample.See(new GitHubWorkflowInspector(), path, text);
}
