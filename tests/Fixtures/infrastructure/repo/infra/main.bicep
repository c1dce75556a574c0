// gpt-4o
param model string = 'gpt-4o-mini'

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'contoso'
  kind: 'AIServices'
  properties: { endpoint: 'https://contoso.services.ai.azure.com/' }
}
