using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Containers;

namespace AiToolPolicy.Engine.Tests.Inspection.Containers;

public class DockerfileTests
{
    [Fact]
    public void A_file_without_any_instruction_is_something_else_of_that_name() =>
        Assert.Equal("", SurfaceSample.See(new DockerfileInspector(), "syntax/Dockerfile.tmLanguage", "<?xml version=\"1.0\"?>\n<plist/>\n"));

    [Theory]
    [InlineData("FROM acme/code:1.0", "(1,6)-(1,19) Installed Container image 'acme/code' 1.0")]
    [InlineData("from --platform=linux/amd64 docker.io/acme/code@sha256:00 as base\nFROM base\nFROM acme-code", "(1,29)-(1,58) Installed Container image 'acme/code'")]
    [InlineData("ARG TAG=2\nARG IMAGE=\"acme/code:$TAG\"\nFROM ${IMAGE}", "(3,6)-(3,14) Installed Container image 'acme/code' 2")]
    [InlineData("FROM ${BASE:-acme/code}", "(1,6)-(1,24) Installed Container image 'acme/code'")]
    [InlineData("FROM ${BASE}\nFROM $BASE/code", "")]
    [InlineData("FROM x AS acme\nCOPY --from=acme a b\nCOPY --chown=1 --from=ghcr.io/acme/x:1 a b\nCOPY --from=0 a b", "(3,23)-(3,39) Installed Container image 'ghcr.io/acme/x' 1")]
    [InlineData("RUN --mount=type=bind,from=acme/code,target=/x ls", "(1,28)-(1,37) Installed Container image 'acme/code'")]
    [InlineData("RUN apt-get update \\\n    # acme\n\n && npm install -g \\\n    @acme/code@3 \\\n && rm x", "(5,5)-(5,17) Installed npm package '@acme/code' 3")]
    [InlineData("# escape=`\nFROM x\nRUN a `\n && acme\nCOPY \\acme c:\\", "(4,5)-(4,9) Installed Command 'acme'")]
    [InlineData("RUN <<EOF\nacme x\nEOF\nRUN cat <<-'END' > x\n\tacme\n\tEND\nRUN bash <<EOF\n  acme y\nEOF", "(2,1)-(2,5) Installed Command 'acme'\n(8,3)-(8,7) Installed Command 'acme'")]
    [InlineData("RUN <<EOF\n#!/usr/bin/env python\nacme\nEOF", "")]
    [InlineData("COPY <<EOF /x\nRUN acme\nEOF", "")]
    [InlineData("RUN [\"npx\", \"@acme/code\"]\nCMD [\"acme\"]\nENTRYPOINT [ \"sh\", \"-c\", \"exec acme\" ]", "(1,14)-(1,24) Installed npm package '@acme/code'\n(2,7)-(2,11) Installed Command 'acme'\n(3,32)-(3,36) Installed Command 'acme'")]
    [InlineData("HEALTHCHECK --interval=5s CMD acme\nONBUILD RUN acme", "(1,31)-(1,35) Installed Command 'acme'\n(2,13)-(2,17) Installed Command 'acme'")]
    [InlineData("SHELL [\"powershell\", \"-Command\"]\nRUN $x = 1; acme", "(2,13)-(2,17) Installed Command 'acme'")]
    [InlineData("ENV ACME_KEY=secret A=\"ACME_KEY=1\"\nENV ACME_KEY secret ACME_KEY\nARG ACME_KEY", "(1,5)-(1,13) Configured Variable 'ACME_KEY'\n(2,5)-(2,13) Configured Variable 'ACME_KEY'\n(3,5)-(3,13) Configured Variable 'ACME_KEY'")]
    [InlineData("# FROM acme/code\nLABEL x=acme\nRUN echo acme && mkdir acme\nWORKDIR /acme", "")]
    public void Images_commands_and_variables_are_seen(string dockerfile, string expected)
    {
        Assert.Equal(expected, SurfaceSample.See(new DockerfileInspector(), "Dockerfile", dockerfile));
        Assert.Equal(expected, SurfaceSample.See(new DockerfileInspector(), "Dockerfile", dockerfile + "\n"));
    }

    [Fact]
    public void A_line_that_is_no_instruction_is_a_problem_and_hides_nothing() =>
        Assert.Equal(
            "(3,5)-(3,9) Installed Command 'acme'\n(2,1) '<<<<<<<' is no instruction of a Dockerfile.",
            SurfaceSample.See(new DockerfileInspector(), "Dockerfile", "FROM x\n<<<<<<< HEAD\nRUN acme\n"));

    [Fact]
    public void In_a_template_it_is_none() =>
        Assert.Equal(
            "(4,5)-(4,9) Installed Command 'acme'",
            SurfaceSample.See(new DockerfileInspector(), "Dockerfile.j2", "FROM x\n{% if y %}\napt-get update\nRUN acme\n{% endif %}\n"));

    [Theory]
    [InlineData("src/Dockerfile", true)]
    [InlineData("Containerfile", true)]
    [InlineData("DockerfileBase", true)]
    [InlineData("Dockerfile_arm", true)]
    [InlineData("DockerfileReader.cs", false)]
    [InlineData("Dockerfiles", false)]
    [InlineData("Dockerfile.dev", true)]
    [InlineData("api.Dockerfile", true)]
    [InlineData("Dockerfile.dockerignore", false)]
    [InlineData("Dockerfile-migration.md", false)]
    [InlineData("dockerfile.mdx", false)]
    [InlineData("Dockerfile.MD", false)]
    [InlineData("Dockerfiles/x", false)]
    public void Files_are_known_by_their_name(string path, bool isRead) => Assert.Equal(isRead, new DockerfileInspector().Reads(InputFile.Of(path, "")));
}
