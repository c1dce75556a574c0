#!/bin/sh
# Gives a new machine the servers that the team works with.
mkdir -p ~/.copilot
cat > ~/.copilot/mcp-config.json <<EOF
{
  "mcpServers": {
    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "$HOME"] },
    "browser": { "command": "npx", "args": ["-y", "@contoso/browser-mcp@1.0.0"], "env": { "TOKEN": "\${TOKEN}" } }
  },
  "port": $PORT
}
EOF
echo "For the old editor add this by hand:"
cat <<EOF
{ "mcpServers": { "browser": { "command": "npx", "args": ["-y", "@contoso/browser-mcp@1.0.0"] } } }
EOF
docker pull ghcr.io/github/github-mcp-server:v1.4.0
