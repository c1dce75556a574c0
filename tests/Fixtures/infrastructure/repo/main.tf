# uses api.openai.com? no
resource "azurerm_cognitive_account" "chat" {
  name = "contoso-chat"
  kind = "OpenAI"
}

resource "aws_lambda_function" "chat" {
  environment {
    variables = {
      OPENROUTER_API_KEY = var.openrouter_api_key
      MODEL_ID           = "anthropic.claude-3-5-sonnet-20241022-v2:0"
      ENDPOINT           = "https://bedrock-runtime.us-east-1.amazonaws.com"
    }
  }
}
