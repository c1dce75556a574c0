gemini_api_key = "not-a-key"
shop_anthropic_api_key = "not-a-key"
