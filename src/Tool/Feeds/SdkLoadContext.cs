using System.Reflection;
using System.Runtime.Loader;
using AiToolPolicy.Feeds;

namespace AiToolPolicy.Tool.Feeds;

/// <summary>
/// Loads NuGet's client, and what only it needs, from an SDK. Apart from the tool's own assemblies, since the client wants its own versions of some
/// that the tool has older ones of.
/// </summary>
internal sealed class SdkLoadContext(string sdk) : AssemblyLoadContext("NuGet client")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == FeedsClient.AssemblyName ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, FeedsClient.AssemblyName + ".dll"))
        : IsOfClient(assemblyName.Name!) && Path.Combine(sdk, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path)
        : null;

    private static bool IsOfClient(string name) =>
        name.StartsWith("NuGet.", StringComparison.Ordinal) || name is "Newtonsoft.Json" or "System.Security.Cryptography.Pkcs" or "System.Security.Cryptography.ProtectedData";
}
