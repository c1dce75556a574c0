# claude
winget install --id Anthropic.ClaudeCode --exact
code --install-extension GitHub.copilot
if (Get-Command codex -ErrorAction SilentlyContinue) { Write-Host 'codex' }
