module contoso.example/shop

go 1.25

require (
	github.com/github/copilot-sdk/go v0.1.22
	github.com/pressly/goose/v3 v3.24.0
	github.com/replicatedhq/replicated-sdk v1.0.0
)

require github.com/charmbracelet/crush v0.10.4 // indirect

tool github.com/charmbracelet/crush

require github.com/gptscript-ai/go-gptscript v0.9.6
