using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>
/// A credential provider as NuGet's client starts them: a program of its own that answers lines of JSON
/// (https://learn.microsoft.com/nuget/reference/extensibility/nuget-cross-platform-plugins).
/// </summary>
public static class CredentialPlugin
{
    private const string Program = """
        using System.Text.Json;
        using System.Text.Json.Nodes;

        var output = Console.Out;
        var gate = new object();
        void Send(string id, string type, string method, JsonObject payload)
        {
            lock (gate)
            {
                output.WriteLine(new JsonObject { ["RequestId"] = id, ["Type"] = type, ["Method"] = method, ["Payload"] = payload }.ToJsonString());
                output.Flush();
            }
        }

        Send(Guid.NewGuid().ToString(), "Request", "Handshake", new() { ["ProtocolVersion"] = "2.0.0", ["MinimumProtocolVersion"] = "1.0.0" });
        while (Console.In.ReadLine() is { } line)
        {
            var message = JsonNode.Parse(line)!;
            if ((string?)message["Type"] != "Request")
            {
                continue;
            }

            var method = (string)message["Method"]!;
            if (method == "Close")
            {
                return;
            }

            Send((string)message["RequestId"]!, "Response", method, method switch
            {
                "Handshake" => new() { ["ProtocolVersion"] = "2.0.0", ["ResponseCode"] = "Success" },
                "GetOperationClaims" => new() { ["Claims"] = new JsonArray("Authentication") },
                "GetAuthenticationCredentials" => new()
                {
                    ["Username"] = "me", ["Password"] = "secret", ["AuthenticationTypes"] = new JsonArray("basic"), ["ResponseCode"] = "Success",
                },
                _ => new() { ["ResponseCode"] = "Success" },
            });
        }
        """;

    /// <summary>Builds the plug-in, which knows one name and password: me, secret.</summary>
    /// <param name="folder">A new one, for its sources and what is built.</param>
    /// <returns>The file for <c>NUGET_NETCORE_PLUGIN_PATHS</c>.</returns>
    public static async Task<string> BuildAsync(string folder)
    {
        var sources = Directory.CreateDirectory(Path.Combine(folder, "plugin")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sources, "Program.cs"), Program);
        await File.WriteAllTextAsync(Path.Combine(sources, "CredentialProvider.Test.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
            </Project>
            """);
        var output = Path.Combine(folder, "built");
        var built = await DotNet.RunAsync(sources, "build", "-o", output, "-v:q");
        Assert.True(built.ExitCode == 0, built.Output);
        return Path.Combine(output, "CredentialProvider.Test.dll");
    }
}
