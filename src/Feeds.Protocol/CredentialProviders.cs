using System.Reflection;
using NuGet.Common;
using NuGet.Protocol;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Credential provider plug-ins, as restore uses them. Their assembly is not published as a package, so it is reached by name.</summary>
internal static class CredentialProviders
{
    /// <summary>Without questions to a person. What a host or restore has set up in the same process stays.</summary>
    public static void SetUp()
    {
        if (HttpHandlerResourceV3.CredentialService is not null)
        {
            return;
        }

        try
        {
            Assembly.Load("NuGet.Credentials").GetType("NuGet.Credentials.DefaultCredentialServiceUtility")
                ?.GetMethod("SetupDefaultCredentialService", [typeof(ILogger), typeof(bool)])
                ?.Invoke(null, [NullLogger.Instance, true]);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or TargetInvocationException)
        {
            // Then there are the credentials of the configuration; a feed that wants others says so itself.
        }
    }
}
