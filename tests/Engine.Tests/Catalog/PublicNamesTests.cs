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
    public void They_lead_to_their_tool(SignatureKind kind, string name, string tool) =>
        Assert.Equal(tool, Assert.Single(CompiledCatalog.Embedded.Find(kind, name)).Tool?.Id);

    [Theory]
    [InlineData(SignatureKind.Npm, "@contoso/modelcontextprotocol-sdk")]
    public void A_copy_under_another_name_is_a_suspect(SignatureKind kind, string name) =>
        Assert.True(Assert.Single(CompiledCatalog.Embedded.Find(kind, name)).IsSuspect);
}
