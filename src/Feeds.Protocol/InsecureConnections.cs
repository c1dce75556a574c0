using NuGet.Configuration;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Whether a source may be asked over plain http. Newer clients know a property for it, the one this is compiled against does not.</summary>
internal static class InsecureConnections
{
    public static bool AreAllowed(PackageSource source) => typeof(PackageSource).GetProperty("AllowInsecureConnections")?.GetValue(source) is not false;
}
