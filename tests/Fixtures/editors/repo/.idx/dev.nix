{ pkgs, ... }: {
  packages = [ pkgs.nodejs_20 ];
  idx.extensions = [
    "esbenp.prettier-vscode"
    "Continue.continue"
    # "sourcegraph.cody-ai"
  ];
}
