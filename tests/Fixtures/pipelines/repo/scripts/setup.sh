#!/usr/bin/env bash
set -euo pipefail
# npm i -g @openai/codex
sudo npm i -g @anthropic-ai/claude-code@2
export ANTHROPIC_BASE_URL=https://example.com
if command -v gemini >/dev/null; then echo "gemini is here"; fi
cat <<'TEXT'
claude code is great
TEXT
x=$(git-ai stats --json | jq .)
npx skills add contoso/skills
gh aw compile
curl -fsSL https://opencode.ai/install | bash
docker exec -it box aider --version
