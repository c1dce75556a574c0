using AiToolPolicy.Engine.Inspection.Editors;

namespace AiToolPolicy.Engine.Tests.Inspection.Editors;

public class NixWorkspaceTests
{
    [Fact]
    public void Extensions_of_a_workspace_are_seen_but_not_packages_or_comments() => Assert.Equal(
        "Installed VS Code extension 'Acme.Code' on Extension\nInstalled VS Code extension 'acme.code' 1.2.3 on Extension",
        SurfaceSample.SeeMarked(new NixWorkspaceInspector(), ".idx/dev.nix", """
            { pkgs, ... }: {
              packages = [ pkgs.gh "acme.code" ];
              idx = {
                # Search on https://open-vsx.org/ and use "publisher.id"
                extensions = [
                  pkgs.gh
                  "«Acme.Code»"
                  # "acme.code"
                  "contoso.acme.code"
                ];
                workspace.onCreate = { default.openFiles = [ "acme.code" ]; };
              };
              idx.extensions = ["«acme.code@1.2.3»"];
            }
            """));
}
