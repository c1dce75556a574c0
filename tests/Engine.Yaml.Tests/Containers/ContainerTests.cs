using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Containers;

namespace AiToolPolicy.Engine.Yaml.Tests.Containers;

public class ContainerTests
{
    [Fact]
    public void Compose_files() => Assert.Equal(
        """
        Installed Container image 'acme/code' 1
        Configured Variable 'ACME_KEY'
        Installed Command 'acme'
        Configured Variable 'ACME_KEY'
        Installed Command 'acme'
        """,
        See(new ComposeInspector(), "docker-compose.dev.yml", """
        services:
          a:
            image: «docker.io/acme/code:1» # acme
            environment: { «ACME_KEY»: x }
            command: [ «acme», serve ]
          b:
            environment: [ «ACME_KEY»=secret, "OTHER=ACME_KEY" ]
            command: echo acme
            build:
              dockerfile_inline: |
                FROM x
                RUN a; «acme»
        """));

    [Theory]
    [InlineData("entrypoint: [ sh, -c ]\n    command: [ \"«acme» x && cd y\" ]")]
    [InlineData("entrypoint: [ tini, -- ]\n    command: [ «acme», x ]")]
    [InlineData("entrypoint: [ ./start.sh ]\n    command: «acme» x")]
    [InlineData("healthcheck: { test: [ CMD, «acme», acme ] }")]
    [InlineData("healthcheck: { test: [ CMD-SHELL, \"cd x; «acme» y\" ] }")]
    [InlineData("healthcheck: { test: «acme» y }")]
    public void What_a_service_runs_and_how_it_is_tested(string text) =>
        Assert.Equal("Installed Command 'acme'", See(new ComposeInspector(), "compose.yml", "services:\n  a:\n    " + text + "\n"));

    [Fact]
    public void Kubernetes_manifests() => Assert.Equal(
        """
        Installed Container image 'acme/code' 1
        Configured Variable 'ACME_KEY'
        Installed Command 'acme'
        Configured Variable 'ACME_KEY'
        """,
        See(new KubernetesInspector(), "deploy/app.yaml", """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: acme
            image: «acme/code:1»
            env: [ { name: «ACME_KEY», value: x }, { name: A, value: ACME_KEY } ]
            command: [ "«acme»", "x" ]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: acme }
        data: { «ACME_KEY»: x }
        """));

    [Theory]
    [InlineData("image: { registry: ghcr.io, repository: «acme/x», tag: \"3\" }", "Installed Container image 'ghcr.io/acme/x' 3")]
    [InlineData("image: { repository: «acme/code» }", "Installed Container image 'acme/code'")]
    [InlineData("repository: https://example.com/acme/code", "")]
    public void Values_of_charts(string text, string expected) => Assert.Equal(expected, See(new KubernetesInspector(), "charts/a/values.yaml", text));

    [Theory]
    [InlineData("charts/a/ci/gpu-values.yaml")]
    [InlineData("prod.values.yml")]
    [InlineData("values-dev.yaml")]
    public void Values_are_known_by_their_name(string path) =>
        Assert.Equal("Installed Container image 'acme/code'", See(new KubernetesInspector(), path, "image: { repository: «acme/code» }"));

    [Theory]
    [InlineData("    command:\n    - sh\n    - -c\n    - |\n      {{- if .x }}\n      «acme» x\n      {{- end }}\n      exit {{ .y }}\n")]
    [InlineData("    rules:\n    - {{- if .x }}\n      host: y\n      {{- end }}\n    - {{ toYaml . | trim }}\n      sectionName: z\n    command: [«acme»]\n")]
    [InlineData("    {{- /* one for {{ .x }}\n    and more */ -}}\n    command: [«acme»]\n")]
    [InlineData("    label: {{ \"{{ .x }}: y\" }}\n    command: [«acme»]\n")]
    [InlineData("    label: {{ \"x }}\n    command: [«acme»]\n")]
    [InlineData("    command: [sh, -c]\n    args: [\"«acme» x\"]\n")]
    public void Expressions_comments_and_arguments_do_no_harm(string text) => Assert.Equal(
        "Installed Command 'acme'",
        See(new KubernetesInspector(), "charts/a/templates/x.yaml", "apiVersion: v1\nkind: Job\nspec:\n  containers:\n  - image: x\n" + text));

    [Fact]
    public void Templates_of_charts_are_read_in_spite_of_their_expressions() => Assert.Equal(
        "Installed Container image 'acme/code'\nConfigured Variable 'ACME_KEY'",
        See(new KubernetesInspector(), "charts/a/templates/x.yaml", """
        {{- if .Values.x }}
        apiVersion: v1
        kind: Pod
        metadata: { name: {{ include "a.name" . }}-acme }
        spec:
          - image: "«acme/code:{{ .Values.tag | default "x" }}»"
            {{- with .Values.env }}
            env:
              - name: «ACME_KEY»
              {{- toYaml . | nindent 8 }}
            {{- end }}
        {{- end }}
        """));

    [Fact]
    public void A_template_that_is_no_YAML_yet_is_read_as_far_as_it_is_and_is_no_mistake() => Assert.Equal(
        "Installed Container image 'acme/code'",
        See(new KubernetesInspector(), "charts/a/templates/x.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  image: «acme/code»\n---\nkind: x\n{{ .x }}: [\n"));

    [Fact]
    public void A_manifest_that_is_no_YAML_is_a_mistake() =>
        Assert.Contains("(4,", See(new KubernetesInspector(), "deploy/x.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n"), StringComparison.Ordinal);

    [Fact]
    public void Other_yaml_files_are_left_alone_even_malformed_ones() => Assert.Equal("", See(new KubernetesInspector(), "a.yaml", "image: acme/code\nb: [\n"));

    private static string See(IInspector inspector, string path, string text) => SurfaceSample.SeeMarked(inspector, path, text);
}
