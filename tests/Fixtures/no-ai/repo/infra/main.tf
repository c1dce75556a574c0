resource "azurerm_cognitive_account" "speech" {
  name = "shop-speech"
  kind = "SpeechServices"
}

resource "aws_sagemaker_endpoint" "forecasts" {
  name = "shop-forecasts"
}

resource "google_vertex_ai_featurestore" "features" {
  name = "shop_features"
}

module "naming" {
  source = "Azure/naming/azurerm"
}
