@echo off
rem claude
call npx -y task-master-ai
npm install -g @openai/codex
