resource vision 'Microsoft.CognitiveServices/accounts@2023-05-01' = {
  name: 'shop-vision'
  kind: 'ComputerVision'
}

resource forecasts 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'shop-forecasts'
  kind: 'Default'
}

module speech 'core/ai/cognitiveservices.bicep' = {
  name: 'speech'
  params: { kind: 'SpeechServices' }
}

module storage 'br/public:avm/res/storage/storage-account:0.9.0' = {
  name: 'storage'
  params: { kind: 'StorageV2' }
}
