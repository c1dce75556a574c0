param chatModel string = 'gpt-4o-mini'

module chat 'core/ai/cognitiveservices.bicep' = {
  name: 'chat'
  params: {
    deployments: [ { name: 'chat', model: { format: 'OpenAI', name: chatModel } } ]
  }
}

module forms 'core/ai/cognitiveservices.bicep' = {
  name: 'forms'
  params: { kind: 'FormRecognizer' }
}

module deepSeek 'br/public:avm/res/cognitive-services/account:0.9.2' = {
  name: 'deepSeek'
  params: {
    kind: 'AIServices'
    deployments: [ { name: 'DeepSeek-R1', model: { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1' } } ]
  }
}
