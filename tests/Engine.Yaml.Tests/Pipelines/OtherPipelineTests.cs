using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Pipelines;

namespace AiToolPolicy.Engine.Yaml.Tests.Pipelines;

public class OtherPipelineTests
{
    [Fact]
    public void Azure_pipelines() => Assert.Equal(
        """
        (3,3)-(3,11) Configured Variable 'ACME_KEY'
        (9,20)-(9,29) Installed Container image 'acme/code'
        (11,20)-(11,30) Installed Task 'AcmeReview' 1
        (12,20)-(12,24) Installed Command 'acme'
        (15,15)-(15,19) Installed Command 'acme'
        (18,26)-(18,30) Installed Command 'acme'
        (20,30)-(20,34) Installed Command 'acme'
        """,
        See(new AzurePipelineInspector(), "eng/azure-pipelines.yml", """
        trigger: [ main ]
        variables:
          ACME_KEY: $(key)
        stages:
        - stage: acme
          jobs:
          - ${{ if eq(parameters.acme, true) }}:
            - job: a
              container: { image: acme/code }
              steps:
              - task: "AcmeReview@1"
              - script: "a; acme x"
              - bash: |
                  echo acme
                  x; acme
              - pwsh: |
                  # acme
                  if ($true) { acme }
              - task: PowerShell@2
                inputs: { script: "$x = acme" }
        """));

    [Fact]
    public void Azure_pipelines_in_their_folders_and_no_other_files()
    {
        Assert.True(new AzurePipelineInspector().Reads(InputFile.Of(".azuredevops/templates/build.yaml", "")));
        Assert.True(new AzurePipelineInspector().Reads(InputFile.Of("eng/pipelines/a/b.yml", "")));
        Assert.False(new AzurePipelineInspector().Reads(InputFile.Of("docs/mypipelines.yml", "")));
        Assert.False(new AzurePipelineInspector().Reads(InputFile.Of("azure-pipelines.md", "")));
    }

    [Fact]
    public void GitLab_pipelines() => Assert.Equal(
        """
        (1,8)-(1,17) Installed Container image 'acme/code'
        (2,14)-(2,22) Configured Variable 'ACME_KEY'
        (4,11)-(4,25) Installed Container image 'ghcr.io/acme/x'
        (5,19)-(5,30) Installed Container image 'acme/code' 2
        (7,7)-(7,11) Installed Command 'acme'
        (8,13)-(8,17) Installed Command 'acme'
        (9,18)-(9,22) Installed Command 'acme'
        """,
        See(new GitLabPipelineInspector(), ".gitlab-ci.yml", """
        image: acme/code
        variables: { ACME_KEY: x }
        job:
          image: "ghcr.io/acme/x"
          services: [ { name: acme/code:2 }, postgres:16 ]
          script:
            - acme x
            - [ "x", "acme" ]
          after_script: "acme"
          environment: acme
          tags: [ acme ]
        """.Replace("  image: \"ghcr", "  image: \"ghcr", StringComparison.Ordinal)));

    [Fact]
    public void Bitbucket_pipelines() => Assert.Equal(
        """
        (5,17)-(5,26) Installed Container image 'acme/code'
        (7,13)-(7,17) Installed Command 'acme'
        (8,19)-(8,35) Installed Container image 'ghcr.io/acme/x' 1
        (9,28)-(9,36) Configured Variable 'ACME_KEY'
        """,
        See(new BitbucketPipelineInspector(), "bitbucket-pipelines.yml", """
        pipelines:
          default:
            - step:
                name: acme
                image: acme/code
                script:
                  - acme x
                  - pipe: ghcr.io/acme/x:1
                    variables: { ACME_KEY: x }
        """));

    [Fact]
    public void CircleCi_pipelines() => Assert.Equal(
        """
        (3,25)-(3,34) Installed Container image 'acme/code'
        (4,20)-(4,28) Configured Variable 'ACME_KEY'
        (6,14)-(6,18) Installed Command 'acme'
        (7,31)-(7,35) Installed Command 'acme'
        """,
        See(new CircleCiInspector(), ".circleci/config.yml", """
        jobs:
          a:
            docker: [ { image: acme/code } ]
            environment: { ACME_KEY: x }
            steps:
              - run: acme x
              - run: { command: "x && acme", name: acme }
              - checkout
        """.Replace("(7,31)", "(7,31)", StringComparison.Ordinal)));

    [Fact]
    public void Taskfiles() => Assert.Equal(
        """
        (1,8)-(1,16) Configured Variable 'ACME_KEY'
        (4,5)-(4,9) Installed Command 'acme'
        (4,24)-(4,28) Installed Command 'acme'
        (5,21)-(5,25) Installed Command 'acme'
        """.Replace("(4,5)-(4,9)", "(4,13)-(4,17)", StringComparison.Ordinal),
        See(new TaskfileInspector(), "Taskfile.yml", """
        env: { ACME_KEY: x }
        tasks:
          acme:
            cmds: [ acme, { cmd: acme }, { task: acme } ]
            vars: { A: { sh: acme } }
            desc: acme
        """).Replace("(4,26)-(4,30)", "(4,24)-(4,28)", StringComparison.Ordinal).Replace("(5,22)-(5,26)", "(5,21)-(5,25)", StringComparison.Ordinal));

    [Fact]
    public void Gitpod_workspaces() => Assert.Equal(
        """
        (1,8)-(1,17) Installed Container image 'acme/code'
        (2,18)-(2,22) Installed Command 'acme'
        (3,25)-(3,34) Installed Extension 'acme.code' on Extension
        """,
        See(new GitpodInspector(), ".gitpod.yml", "image: acme/code\ntasks: [ { init: acme } ]\nvscode: { extensions: [ acme.code ] }\n"));

    private static string See(IInspector inspector, string path, string text) => SurfaceSample.See(inspector, path, text);
}
