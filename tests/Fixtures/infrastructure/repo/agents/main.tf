resource "azurerm_cognitive_deployment" "chat" {
  name                 = "chat"
  cognitive_account_id = azurerm_cognitive_account.chat.id
  model {
    format = "OpenAI"
    name   = var.model
  }
}

resource "aws_bedrockagent_agent" "support" {
  agent_name       = "support"
  foundation_model = "anthropic.claude-3-5-sonnet-20241022-v2:0"
}

resource "aws_bedrockagentcore_agent_runtime" "support" {
}

resource "google_vertex_ai_reasoning_engine" "support" {
}

resource "google_vertex_ai_featurestore" "features" {
}
