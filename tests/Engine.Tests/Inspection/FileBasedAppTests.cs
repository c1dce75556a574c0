using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class FileBasedAppTests
{
    [Fact]
    public void Directives_at_the_head_are_seen() =>
        Expect("""
            #!/usr/bin/env dotnet
            // A comment

            #:sdk Acme@2.0.0
            #:property LangVersion=preview
            #nullable enable
            /* #:package Acme.Commented */ // and more
            /*
              words before the star
              #:package Acme.Hidden
              * */
              #:package   acme.code.cli @ 1.2.3
            #:package Acme
            #:project ../Acme
            using System;
            #:package Acme.TooLate
            """,
            """
            (4,1)-(4,17): Package Dependency: MSBuild SDK 'Acme' 2.0.0 is acme-api
            (12,3)-(12,36): Package Dependency: Package 'acme.code.cli' 1.2.3 is acme-code
            (13,1)-(13,15): Package Dependency: Package 'Acme' is acme-api
            """);

    [Theory]
    [InlineData("class C { string s = \"\"\"\n#:package Acme\n\"\"\"; }")]
    [InlineData("/* a */ using System;\n#:package Acme")]
    [InlineData("*/\n#:package Acme")]
    [InlineData("/* open\n#:package Acme")]
    [InlineData("#:packages Acme")]
    [InlineData("#:package")]
    [InlineData("#:package Acmeist@1.0")]
    [InlineData("// #:package Acme")]
    public void A_look_alike_is_not(string text) => Expect(text, "");

    [Theory]
    [InlineData("#:package Acme@1.0\r\n#:package Globex.Kit@1.0\r\n", "(1,1)-(1,19) (2,1)-(2,25)")]
    [InlineData("#:package Acme@1.0\r#:package Globex.Kit@1.0", "(1,1)-(1,19) (2,1)-(2,25)")]
    public void Line_ends_of_every_kind_end_a_directive(string text, string places) =>
        Assert.Equal(places, string.Join(" ", Sample.Evidence("app.cs", text).Split('\n').Select(line => line["app.cs".Length..line.IndexOf(':', StringComparison.Ordinal)])));

    [Fact]
    public void A_version_may_stand_centrally() =>
        Assert.Contains("app.cs(1,1)-(1,15): Package Dependency: Package 'Acme' 4.0 is acme-api", Sample.Evidence(
            InputFile.Of("tools/app.cs", "#:package Acme"),
            InputFile.Of("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"Acme\" Version=\"4.0\" /></ItemGroup></Project>")), StringComparison.Ordinal);

    private static void Expect(string text, string expected) =>
        Assert.Equal(expected, Sample.Evidence("app.cs", text).Replace("app.cs", "", StringComparison.Ordinal));
}
