module contoso.example/shop

require (
	github.com/pressly/goose/v3 v3.24.0
	github.com/replicatedhq/kots v1.0.0
)
