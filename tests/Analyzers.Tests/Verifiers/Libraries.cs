using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>Assemblies to compile against: the framework's, and invented ones where a package would put them.</summary>
internal static class Libraries
{
    /// <summary>One type or member for each way of using a library.</summary>
    private const string Source = """
        using System;
        namespace Anthropic
        {
            public class AnthropicClient
            {
                public AnthropicClient() { }
                public AnthropicClient(string key) { }
                public string Key { get; set; }
                public Models.Messages Messages { get; } = new Models.Messages();
                public event EventHandler Changed;
                public void Raise() => Changed?.Invoke(this, EventArgs.Empty);
                public static AnthropicClient Default => new AnthropicClient();
                public static AnthropicClient operator +(AnthropicClient a, AnthropicClient b) => a;
                public string this[int index] => "";
                public class Retry { public class Delay { } }
            }
            public interface ITool { }
            [AttributeUsage(AttributeTargets.All)]
            public sealed class ToolAttribute : Attribute { }
            public static class ClientExtensions { public static string AsChat(this string text) => text; }
            public static class Known { public const string Name = "n"; public static void Ping() { } }
            public delegate void Handler(int code);
            public enum Level { Low, High }
        }
        namespace Anthropic.Models
        {
            public class Messages { public Message Create(string text) => new Message(); }
            public class Message { public string Content = ""; }
        }
        """;

    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.VisualBasic.Core.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The vendor's package.</summary>
    public static MetadataReference Vendor { get; } = Compile("Anthropic", "/home/u/.nuget/packages/anthropic/12.36.0/lib/net8.0/Anthropic.dll");

    /// <summary>Somebody else's package, of the same namespace and types.</summary>
    public static MetadataReference Unrelated { get; } = Compile("Contoso.Weather", "/home/u/.nuget/packages/contoso.weather/1.0.0/lib/net8.0/Contoso.Weather.dll");

    /// <summary>The vendor's package under another assembly name: its path still tells.</summary>
    public static MetadataReference Renamed { get; } = Compile("Client", @"C:\Users\u\.nuget\packages\anthropic\12.36.0\lib\net8.0\Client.dll");

    /// <summary>The vendor's assembly in a folder of the repository.</summary>
    public static MetadataReference Vendored { get; } = Compile("Anthropic", "/repo/lib/Anthropic.dll");

    public static MetadataReference Compile(string assembly, string path, string source = Source)
    {
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(source)], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray(), filePath: path);
    }
}
