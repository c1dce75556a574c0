#!/usr/bin/env bash
# Starts what works overnight.
AGENT="${AGENT:-codex}"
tmux new-session -d -s night
tmux send-keys -t night "cd /srv && claude -p 'tidy up'" Enter
docker run --rm -e OPENAI_API_KEY -e CI=1 registry.example/night
if [ $# -eq 0 ]; then
  set -- aider --yes
fi
"$AGENT" exec review
exec "$@"
