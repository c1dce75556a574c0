using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Pipelines;

namespace AiToolPolicy.Engine.Yaml.Tests.Pipelines;

public class OtherPipelineTests
{
    [Theory]
    [InlineData("templates/setup.yml", "parameters:\n- name: x\nsteps:\n- script: «acme» x\n", "Installed Command 'acme'")]
    [InlineData("eng/jobs.yml", "jobs:\n- job: a\n  steps:\n  - task: AcmeReview@1\n", "Installed Task 'AcmeReview' 1")]
    [InlineData("templates/other.yml", "steps:\n- acme: x\n", "")]
    [InlineData("charts/pipelines/templates/x.yml", "{{- if .x }}\nsteps: {{ .y }}\n{{- end }}\n", "")]
    [InlineData("templates/other.yml", "tasks:\n- script: acme x\n", "")]
    public void A_template_of_Azure_says_by_its_form_what_it_is(string path, string marked, string expected) =>
        Assert.Equal(expected, SurfaceSample.SeeMarked(new AzurePipelineInspector(), path, marked.Replace("AcmeReview@1", "«AcmeReview@1»", StringComparison.Ordinal)));

    [Fact]
    public void Azure_pipelines() => Assert.Equal(
        """
        Configured Variable 'ACME_KEY'
        Installed Container image 'acme/code'
        Installed Task 'AcmeReview' 1
        Installed Command 'acme'
        Installed Command 'acme'
        Installed Command 'acme'
        Installed Command 'acme'
        """,
        SurfaceSample.SeeMarked(new AzurePipelineInspector(), "eng/azure-pipelines.yml", """
        trigger: [ main ]
        variables:
          «ACME_KEY»: $(key)
        stages:
        - stage: acme
          jobs:
          - ${{ if eq(parameters.acme, true) }}:
            - job: acme
              container: { image: «acme/code» }
              steps:
              - task: "«AcmeReview@1»"
              - script: "a; «acme» x"
                displayName: acme
              - bash: |
                  echo acme
                  x; «acme»
              - pwsh: |
                  # acme
                  if ($true) { «acme» }
              - task: PowerShell@2
                inputs: { targetType: inline, script: "$x = «acme»" }
        """));

    [Theory]
    [InlineData(".azuredevops/templates/build.yaml", true)]
    [InlineData("eng/pipelines/a/b.yml", true)]
    [InlineData("docs/mypipelines.yml", false)]
    public void Azure_pipelines_are_known_by_their_place(string path, bool isRead) =>
        Assert.Equal(isRead ? "(1,9)-(1,19) Installed Task 'AcmeReview'" : "", SurfaceSample.See(new AzurePipelineInspector(), path, "- task: AcmeReview\n"));

    [Fact]
    public void GitLab_pipelines() => Assert.Equal(
        """
        Installed Container image 'acme/code'
        Configured Variable 'ACME_KEY'
        Installed Container image 'ghcr.io/acme/x'
        Installed Container image 'acme/code' 2
        Installed Command 'acme'
        Installed Command 'acme'
        Installed Command 'acme'
        """,
        SurfaceSample.SeeMarked(new GitLabPipelineInspector(), ".gitlab-ci.yml", """
        image: «acme/code»
        variables: { «ACME_KEY»: x }
        job:
          image: { name: "«ghcr.io/acme/x»" }
          services: [ { name: «acme/code:2», alias: acme }, postgres:16 ]
          script:
            - «acme» x
            - [ "x", "«acme»" ]
          after_script: "«acme»"
          environment: acme
          tags: [ acme ]
        """));

    [Fact]
    public void Bitbucket_pipelines() => Assert.Equal(
        """
        Installed Container image 'acme/code'
        Installed Command 'acme'
        Installed Container image 'ghcr.io/acme/x' 1
        Configured Variable 'ACME_KEY'
        """,
        SurfaceSample.SeeMarked(new BitbucketPipelineInspector(), "bitbucket-pipelines.yml", """
        pipelines:
          default:
            - step:
                name: acme
                image: «acme/code»
                script:
                  - «acme» x
                  - pipe: «ghcr.io/acme/x:1»
                    variables: { «ACME_KEY»: x }
        """));

    [Fact]
    public void CircleCi_pipelines() => Assert.Equal(
        """
        Installed Container image 'acme/code'
        Configured Variable 'ACME_KEY'
        Installed Command 'acme'
        Installed Command 'acme'
        """,
        SurfaceSample.SeeMarked(new CircleCiInspector(), ".circleci/config.yml", """
        jobs:
          acme:
            docker: [ { image: «acme/code» } ]
            environment: { «ACME_KEY»: x }
            steps:
              - run: «acme» x
              - run: { command: "x && «acme»", name: acme }
              - checkout
        """));

    [Fact]
    public void Taskfiles() => Assert.Equal(
        """
        Configured Variable 'ACME_KEY'
        Installed Command 'acme'
        Installed Command 'acme'
        Installed Command 'acme'
        """,
        SurfaceSample.SeeMarked(new TaskfileInspector(), "Taskfile.yml", """
        env: { «ACME_KEY»: x }
        tasks:
          acme:
            cmds: [ «acme», { cmd: «acme» }, { task: acme } ]
            vars: { A: { sh: «acme» } }
            desc: acme
        """));

    [Fact]
    public void Render_blueprints() => Assert.Equal(
        """
        Installed PyPI package 'acme-code'
        Installed Command 'acme'
        Configured Variable 'ACME_KEY'
        Configured Variable 'ACME_KEY'
        """,
        SurfaceSample.SeeMarked(new RenderInspector(), "deploy/render.yaml", """
        services:
          - type: web
            name: acme
            buildCommand: pip install «acme-code»
            startCommand: "«acme» serve"
            envVars:
              - key: «ACME_KEY»
                sync: false
              - key: OTHER
                value: ACME_KEY
        envVarGroups:
          - name: acme
            envVars: [ { key: «ACME_KEY», value: x } ]
        """));

    [Fact]
    public void Gitpod_workspaces() => Assert.Equal(
        """
        Installed Container image 'acme/code'
        Installed Command 'acme'
        Installed VS Code extension 'acme.code' on Extension
        """,
        SurfaceSample.SeeMarked(new GitpodInspector(), ".gitpod.yml", "image: «acme/code»\ntasks: [ { name: acme, init: «acme» } ]\nvscode: { extensions: [ «acme.code» ] }\n"));
}
