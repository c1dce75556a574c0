gemini_api_key = "not-a-key"
