namespace AiToolPolicy.Package.Tests;

/// <summary>Code against real packages, with every kind of use that they have room for, marked where it is to be reported.</summary>
internal static class EveryUseSources
{
    /// <summary>By package, C# and Visual Basic.</summary>
    public static IReadOnlyDictionary<string, (string CSharp, string VisualBasic)> All { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["Anthropic"] = (AnthropicCSharp, AnthropicVisualBasic),
        ["OpenAI"] = (OpenAICSharp, OpenAIVisualBasic),
        ["ModelContextProtocol"] = (ModelContextProtocolCSharp, ModelContextProtocolVisualBasic),
    };

    /// <summary>A package of somebody else's with the same names, against which the same code compiles.</summary>
    public const string Unrelated =
        """
        using System;
        using System.Collections.Generic;

        namespace Anthropic
        {
            public interface IAnthropicClient { object Messages { get; } }
            public class AnthropicClient : IAnthropicClient { public object Messages => ""; }
        }

        namespace Anthropic.Core { public static class EnvironmentUrl { public const string Production = "p"; } }

        namespace Anthropic.Helpers
        {
            public sealed class SchemaClassAttribute : Attribute { }
            public sealed class SchemaPropertyAttribute : Attribute { }
        }

        namespace Anthropic.Models.Messages
        {
            public class Message { }
            public class MessageCreateParams { }
        }

        namespace Microsoft.Extensions.AI
        {
            public static class ClientExtensions { public static IDisposable? AsIChatClient(this Anthropic.IAnthropicClient client, string model) => null; }
        }

        namespace Microsoft.Extensions.Hosting { public interface IHostApplicationBuilder { } }

        namespace OpenAI
        {
            public class OpenAIClientOptions { }
            public class OpenAIClient(string key) { public Chat.ChatClient GetChatClient(string model) => new(); }
            public static class HostExtensions { public static void AddChatClient(this Microsoft.Extensions.Hosting.IHostApplicationBuilder builder, string name) { } }
        }

        namespace OpenAI.Chat
        {
            public class ChatMessage { }
            public class ChatTool { }
            public enum ChatFinishReason { Stop }
            public class ChatCompletion { public List<Part> Content { get; } = []; }
            public class Part { public string Text { get; set; } = ""; }
            public class Answer { public ChatCompletion Value { get; } = new(); }
            public class ChatClient { public Answer CompleteChat(IEnumerable<ChatMessage> messages) => new(); }
            public static class OpenAIChatModelFactory { }
        }

        namespace ModelContextProtocol
        {
            public class McpException : Exception { public McpException() { } public McpException(string text) : base(text) { } }
            public static class McpJsonUtilities { public static object DefaultOptions => ""; }
        }

        namespace ModelContextProtocol.Server
        {
            public sealed class McpServerToolTypeAttribute : Attribute { }
            public sealed class McpServerToolAttribute : Attribute { }
            public class McpServerTool { }
            public class McpServerOptions { }
            public class McpServer { }
            public class McpServerPrimitiveCollection<T> { public event EventHandler? Changed; public void Raise() => Changed?.Invoke(this, EventArgs.Empty); }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public interface IMcpServerBuilder { }
            public static class McpExtensions
            {
                public static IMcpServerBuilder AddMcpServer(this IServiceCollection services) => null!;
                public static IMcpServerBuilder WithToolsFromAssembly(this IMcpServerBuilder builder) => builder;
            }
        }
        """;

    private const string AnthropicCSharp =
        """
        using [|Anthropic|];
        using [|Anthropic.Helpers|];
        using [|Anthropic.Models.Messages|];
        using Microsoft.Extensions.AI;
        using static [|Anthropic.Core.EnvironmentUrl|];
        using Bot = [|Anthropic.AnthropicClient|];

        [[|SchemaClass|]]
        public class Forecast
        {
            [[|SchemaProperty|]]
            public string? Text { get; set; }
        }

        public class OwnClient : [|AnthropicClient|]
        {
        }

        public static class UsesA
        {
            private static readonly List<[|Message|]> All = [];

            public static object Run([|IAnthropicClient|] client)
            {
                [|Bot|] bot = new [|Bot|]();
                Console.WriteLine(typeof([|Message|]).Name + nameof([|MessageCreateParams|]) + [|Production|]);
                using var chat = client.[|AsIChatClient|]("m");
                return client is [|AnthropicClient|] ? bot.[|Messages|] : All;
            }
        }
        """;

    private const string AnthropicVisualBasic =
        """
        Imports [|Anthropic|]
        Imports [|Anthropic.Helpers|]
        Imports [|Anthropic.Models.Messages|]
        Imports Microsoft.Extensions.AI
        Imports Bot = [|Anthropic.AnthropicClient|]

        <[|SchemaClass|]>
        Public Class Forecast
            <[|SchemaProperty|]>
            Public Property Text As String
        End Class

        Public Class OwnClient
            Inherits [|AnthropicClient|]
        End Class

        Public Class UsesA
            Private WithEvents _client As [|AnthropicClient|]
            Private ReadOnly _all As New List(Of [|Message|])

            Public Function Run(client As [|IAnthropicClient|]) As Object
                Dim other As [|Bot|] = New [|Bot|]()
                Console.WriteLine(GetType([|Message|]).Name & NameOf([|MessageCreateParams|]))
                Dim chat = client.[|AsIChatClient|]("m")
                Return If(TypeOf client Is [|AnthropicClient|], CObj(other.[|Messages|]), _all)
            End Function
        End Class
        """;

    private const string OpenAICSharp =
        """
        using Microsoft.Extensions.Hosting;
        using [|OpenAI|];
        using [|OpenAI.Chat|];
        using static [|OpenAI.Chat.OpenAIChatModelFactory|];
        using Talk = [|OpenAI.Chat.ChatClient|];

        public class OwnOptions : [|OpenAIClientOptions|]
        {
        }

        public static class UsesO
        {
            private static readonly List<[|ChatMessage|]> All = [];

            public static string Run([|Talk|] chat, IHostApplicationBuilder builder)
            {
                builder.[|AddChatClient|]("x");
                var client = new [|OpenAIClient|]("k");
                var said = client.[|GetChatClient|]("m").[|CompleteChat|](All);
                Console.WriteLine(typeof([|ChatCompletion|]).Name + nameof([|ChatTool|]) + [|ChatFinishReason.Stop|]);
                return chat is [|Talk|] ? said.Value.[|Content|][0].[|Text|] : "";
            }
        }
        """;

    private const string OpenAIVisualBasic =
        """
        Imports Microsoft.Extensions.Hosting
        Imports [|OpenAI|]
        Imports [|OpenAI.Chat|]
        Imports Talk = [|OpenAI.Chat.ChatClient|]

        Public Class OwnOptions
            Inherits [|OpenAIClientOptions|]
        End Class

        Public Class UsesO
            Private WithEvents _client As [|OpenAIClient|]
            Private ReadOnly _all As New List(Of [|ChatMessage|])

            Public Function Run(talk As [|Talk|], builder As IHostApplicationBuilder) As String
                builder.[|AddChatClient|]("x")
                _client = New [|OpenAIClient|]("k")
                Dim said = _client.[|GetChatClient|]("m").[|CompleteChat|](_all)
                Console.WriteLine(GetType([|ChatCompletion|]).Name & NameOf([|ChatTool|]) & [|ChatFinishReason.Stop|].ToString())
                Return said.Value.[|Content|](0).[|Text|]
            End Function
        End Class
        """;

    private const string ModelContextProtocolCSharp =
        """
        using Microsoft.Extensions.DependencyInjection;
        using [|ModelContextProtocol|];
        using [|ModelContextProtocol.Server|];
        using static [|ModelContextProtocol.McpJsonUtilities|];
        using Failure = [|ModelContextProtocol.McpException|];

        [[|McpServerToolType|]]
        public static class Tools
        {
            [[|McpServerTool|]]
            public static string Say() => "x";
        }

        public class OwnFailure : [|McpException|]
        {
        }

        public static class UsesM
        {
            private static readonly List<[|McpServerTool|]> All = [];

            public static void Run(IServiceCollection services, [|McpServerPrimitiveCollection|]<[|McpServerTool|]> tools)
            {
                services.[|AddMcpServer|]().[|WithToolsFromAssembly|]();
                tools.[|Changed|] += (_, _) => { };
                Console.WriteLine(typeof([|McpServerOptions|]).Name + nameof([|McpServer|]) + [|DefaultOptions|]);
                throw new [|Failure|]("x");
            }
        }
        """;

    private const string ModelContextProtocolVisualBasic =
        """
        Imports Microsoft.Extensions.DependencyInjection
        Imports [|ModelContextProtocol|]
        Imports [|ModelContextProtocol.Server|]
        Imports Failure = [|ModelContextProtocol.McpException|]

        <[|McpServerToolType|]>
        Public Class Tools
            <[|McpServerTool|]>
            Public Shared Function Say() As String
                Return "x"
            End Function
        End Class

        Public Class OwnFailure
            Inherits [|McpException|]
        End Class

        Public Class UsesM
            Private WithEvents _tools As [|McpServerPrimitiveCollection|](Of [|McpServerTool|])

            Private Sub OnChanged() Handles _tools.[|Changed|]
                Console.WriteLine(GetType([|McpServerOptions|]).Name & NameOf([|McpServer|]))
            End Sub

            Public Sub Run(services As IServiceCollection)
                services.[|AddMcpServer|]().[|WithToolsFromAssembly|]()
                Throw New [|Failure|]("x")
            End Sub
        End Class
        """;
}
