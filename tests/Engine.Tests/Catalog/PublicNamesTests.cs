using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

/// <summary>Names that public repositories use and that the shipped catalog was once without.</summary>
public class PublicNamesTests
{
    [Theory]
    [InlineData(SignatureKind.Nuget, "BotSharp.Plugin.KnowledgeBase", "botsharp")]
    [InlineData(SignatureKind.Namespace, "BotSharp.Abstraction.Agents", "botsharp")]
    [InlineData(SignatureKind.Cargo, "rig-core", "rig")]
    [InlineData(SignatureKind.Cargo, "google-cloud-aiplatform-v1", "google-vertex-ai")]
    [InlineData(SignatureKind.Npm, "@hono/mcp", "modelcontextprotocol-sdk")]
    [InlineData(SignatureKind.Pypi, "sentence-transformers", "huggingface-inference")]
    [InlineData(SignatureKind.Homebrew, "ollama-app", "ollama")]
    [InlineData(SignatureKind.Homebrew, "kimi-cli", "kimi-code")]
    [InlineData(SignatureKind.Homebrew, "llama.cpp", "llama-cpp")]
    [InlineData(SignatureKind.VscodeExtension, "zoocodeorganization.zoo-code", "zoo-code")]
    [InlineData(SignatureKind.VscodeExtension, "rooveterinaryinc.roo-code-nightly", "roo-code")]
    [InlineData(SignatureKind.Command, "gh @copilot", "github-copilot-coding-agent")]
    [InlineData(SignatureKind.Npm, "@elevenlabs/elevenlabs-js", "elevenlabs")]
    [InlineData(SignatureKind.Go, "github.com/mark3labs/mcp-go", "modelcontextprotocol-sdk")]
    [InlineData(SignatureKind.Go, "github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime", "aws-bedrock")]
    [InlineData(SignatureKind.Go, "github.com/cloudwego/eino", "agent-frameworks")]
    [InlineData(SignatureKind.Cargo, "tiktoken-rs", "openai-api")]
    [InlineData(SignatureKind.Cargo, "agent-client-protocol", "acp")]
    [InlineData(SignatureKind.Cargo, "mistralrs", "local-llm-runtimes")]
    [InlineData(SignatureKind.Npm, "@livekit/agents-plugin-openai", "livekit-agents")]
    [InlineData(SignatureKind.Npm, "@copilotkit/react-core", "copilotkit")]
    [InlineData(SignatureKind.Npm, "js-tiktoken", "openai-api")]
    [InlineData(SignatureKind.Npm, "@upstash/context7-mcp", "context7")]
    [InlineData(SignatureKind.Npm, "@playwright/mcp", "mcp-servers")]
    [InlineData(SignatureKind.Npm, "@node-llama-cpp/linux-x64", "llama-cpp")]
    [InlineData(SignatureKind.Pypi, "livekit_plugins_openai", "livekit-agents")]
    [InlineData(SignatureKind.Pypi, "openinference-instrumentation-dspy", "openinference")]
    [InlineData(SignatureKind.Pypi, "mypy-boto3-bedrock-runtime", "aws-bedrock")]
    [InlineData(SignatureKind.Pypi, "hf-xet", "huggingface-inference")]
    [InlineData(SignatureKind.Pypi, "tavily-python", "tavily")]
    [InlineData(SignatureKind.Pypi, "awslabs.aws-api-mcp-server", "aws-mcp")]
    public void They_lead_to_their_tool(SignatureKind kind, string name, string tool) =>
        Assert.Equal(tool, Assert.Single(CompiledCatalog.Embedded.Find(kind, name)).Tool?.Id);

    [Theory]
    [InlineData(SignatureKind.Npm, "@langchain/openai", "langchain, openai-api")]
    [InlineData(SignatureKind.Npm, "@llamaindex/ollama", "llamaindex, ollama")]
    [InlineData(SignatureKind.Pypi, "langchain-google-genai", "google-gemini-api, langchain")]
    [InlineData(SignatureKind.Pypi, "llama-index-llms-bedrock", "aws-bedrock, llamaindex")]
    public void A_connector_leads_to_both_its_sides(SignatureKind kind, string name, string tools) =>
        Assert.Equal(tools, string.Join(", ", CompiledCatalog.Embedded.Find(kind, name).Select(signature => signature.Tool?.Id).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData(SignatureKind.Npm, "agent-base")]
    [InlineData(SignatureKind.Npm, "transformers")]
    [InlineData(SignatureKind.Npm, "cursor")]
    [InlineData(SignatureKind.Npm, "livekit-client")]
    [InlineData(SignatureKind.Npm, "@livekit/components-react")]
    [InlineData(SignatureKind.Npm, "@upstash/redis")]
    [InlineData(SignatureKind.Npm, "@mariozechner/clipboard")]
    [InlineData(SignatureKind.Npm, "@azure-rest/ai-document-intelligence")]
    [InlineData(SignatureKind.Npm, "composio")]
    [InlineData(SignatureKind.Npm, "mcp23017")]
    [InlineData(SignatureKind.Npm, "react-native-copilot")]
    [InlineData(SignatureKind.Npm, "@secretlint/secretlint-rule-openai")]
    [InlineData(SignatureKind.Npm, "mcp-spi-adc")]
    [InlineData(SignatureKind.Pypi, "torch")]
    [InlineData(SignatureKind.Pypi, "chromadb")]
    [InlineData(SignatureKind.Pypi, "gradio")]
    [InlineData(SignatureKind.Pypi, "livekit")]
    [InlineData(SignatureKind.Pypi, "user-agents")]
    [InlineData(SignatureKind.Pypi, "django-haystack")]
    [InlineData(SignatureKind.Pypi, "azure-ai-formrecognizer")]
    [InlineData(SignatureKind.Pypi, "adafruit-circuitpython-mcp9808")]
    [InlineData(SignatureKind.Pypi, "mcp3008")]
    [InlineData(SignatureKind.Go, "github.com/aws/copilot-cli")]
    [InlineData(SignatureKind.Go, "github.com/diskfs/go-diskfs")]
    [InlineData(SignatureKind.Cargo, "mcp2515")]
    [InlineData(SignatureKind.Cargo, "llvm-sys")]
    [InlineData(SignatureKind.Cargo, "gpt")]
    [InlineData(SignatureKind.Pypi, "opentelemetry-instrumentation-requests")]
    [InlineData(SignatureKind.Pypi, "mypy-boto3-s3")]
    public void Look_alikes_lead_nowhere(SignatureKind kind, string name) => Assert.Empty(CompiledCatalog.Embedded.Find(kind, name));

    [Theory]
    [InlineData(SignatureKind.Npm, "@contoso/modelcontextprotocol-sdk")]
    [InlineData(SignatureKind.Npm, "@contoso/orders-mcp")]
    [InlineData(SignatureKind.Pypi, "contoso-openai-tools")]
    [InlineData(SignatureKind.Pypi, "contoso_langchain")]
    [InlineData(SignatureKind.Pypi, "contoso-orders-mcp")]
    [InlineData(SignatureKind.Go, "github.com/contoso/openai-proxy")]
    [InlineData(SignatureKind.Cargo, "contoso_mcp")]
    [InlineData(SignatureKind.GithubAction, "contoso/codex-review")]
    public void A_copy_under_another_name_is_a_suspect(SignatureKind kind, string name) =>
        Assert.True(Assert.Single(CompiledCatalog.Embedded.Find(kind, name)).IsSuspect);
}
