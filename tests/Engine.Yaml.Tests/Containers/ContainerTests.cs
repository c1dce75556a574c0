using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Containers;

namespace AiToolPolicy.Engine.Yaml.Tests.Containers;

public class ContainerTests
{
    [Fact]
    public void Compose_files() => Assert.Equal(
        """
        (3,12)-(3,34) Installed Container image 'acme/code' 1
        (4,20)-(4,28) Configured Variable 'ACME_KEY'
        (7,20)-(7,28) Configured Variable 'ACME_KEY'
        (5,16)-(5,20) Installed Command 'acme'
        (12,9)-(12,13) Installed Command 'acme'
        """.Replace("(12,9)-(12,13)", "(12,13)-(12,17)", StringComparison.Ordinal),
        See(new ComposeInspector(), "docker-compose.dev.yml", """
        services:
          a:
            image: docker.io/acme/code:1 # acme
            environment: { ACME_KEY: x }
            command: [ acme, serve ]
          b:
            environment: [ ACME_KEY=secret, "OTHER=ACME_KEY" ]
            command: echo acme
            build:
              dockerfile_inline: |
                FROM x
                RUN acme
        """.Replace("        RUN acme", "        RUN acme", StringComparison.Ordinal)));

    [Fact]
    public void Kubernetes_manifests() => Assert.Equal(
        """
        (7,19)-(7,27) Configured Variable 'ACME_KEY'
        (14,9)-(14,17) Configured Variable 'ACME_KEY'
        (6,14)-(6,25) Installed Container image 'acme/code' 1
        (8,18)-(8,22) Installed Command 'acme'
        """.Replace("(14,9)-(14,17)", "(13,9)-(13,17)", StringComparison.Ordinal),
        See(new KubernetesInspector(), "deploy/app.yaml", """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: acme
            image: acme/code:1
            env: [ { name: ACME_KEY, value: x }, { name: A, value: ACME_KEY } ]
            command: [ "acme", "x" ]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: acme }
        data: { ACME_KEY: x }
        """).Replace("(7,20)-(7,28)", "(7,19)-(7,27)", StringComparison.Ordinal).Replace("(8,17)-(8,21)", "(8,18)-(8,22)", StringComparison.Ordinal));

    [Theory]
    [InlineData("image: { registry: ghcr.io, repository: acme/x, tag: \"3\" }", "(1,41)-(1,47) Installed Container image 'ghcr.io/acme/x' 3")]
    [InlineData("image: { repository: acme/code }", "(1,22)-(1,31) Installed Container image 'acme/code'")]
    [InlineData("repository: https://example.com/acme/code", "")]
    public void Values_of_charts(string text, string expected) => Assert.Equal(expected, See(new KubernetesInspector(), "charts/a/values.yaml", text));

    [Fact]
    public void Templates_of_charts_are_read_in_spite_of_their_expressions() => Assert.Equal(
        "(9,17)-(9,25) Configured Variable 'ACME_KEY'\n(6,13)-(6,47) Installed Container image 'acme/code'",
        See(new KubernetesInspector(), "charts/a/templates/x.yaml", """
        {{- if .Values.x }}
        apiVersion: v1
        kind: Pod
        metadata: { name: {{ include "a.name" . }}-acme }
        spec:
          - image: "acme/code:{{ .Values.tag | default "x" }}"
            {{- with .Values.env }}
            env:
              - name: ACME_KEY
              {{- toYaml . | nindent 8 }}
            {{- end }}
        {{- end }}
        """).Replace("(6,13)-(6,52)", "(6,13)-(6,47)", StringComparison.Ordinal));

    [Fact]
    public void Other_yaml_files_are_left_alone_even_malformed_ones() => Assert.Equal("", See(new KubernetesInspector(), "a.yaml", "image: acme/code\nb: [\n"));

    private static string See(IInspector inspector, string path, string text) => SurfaceSample.See(inspector, path, text);
}
