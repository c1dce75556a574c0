using System.Text;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>What a feed answered, as JSON.</summary>
internal static class FeedJson
{
    /// <exception cref="FeedFailure">It is no JSON object.</exception>
    public static JsonObject Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return JsonReader.Read(new SourceFile("answer", text), JsonOptions.Strict).Root as JsonObject
            ?? throw new FeedFailure(text.TrimStart().StartsWith('<') ? "answered with HTML or XML instead of JSON" : "answered with something that is no JSON");
    }
}
