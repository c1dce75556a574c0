using System.Net.Sockets;
using System.Security.Authentication;
using NuGet.Protocol.Core.Types;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>A feed that gave no usable answer.</summary>
/// <param name="reason">Continues "feed 'x' ", without a full stop, safe to print.</param>
internal sealed class FeedFailure(string reason) : Exception(reason)
{
    /// <summary>What to tell of an exception: texts of the client name addresses, which may hold secrets.</summary>
    public static string Reason(Exception error, FeedLimits limits)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case FeedFailure failure:
                    return failure.Message;
                case OperationCanceledException or TimeoutException:
                    return $"did not answer within {limits.TimeOut.TotalSeconds:0.#} seconds ({limits.Tries} tries)";
                case SocketException socket:
                    return $"could not be reached ({socket.SocketErrorCode})";
                case AuthenticationException:
                    return "has a TLS certificate that was refused";
                case DirectoryNotFoundException or FileNotFoundException:
                    return "has a folder that is not there";
                case UnauthorizedAccessException:
                    return "could not be read: access is not permitted";
                case MissingMemberException or TypeLoadException:
                    return $"could not be asked: the SDK's NuGet client differs from the one expected ({cause.GetType().Name})";
            }
        }

        return error switch
        {
            HttpRequestException or IOException => "broke off the connection",
            FatalProtocolException { InnerException: null } => "is a folder that is not there, or no feed",
            _ => $"failed ({error.GetType().Name})",
        };
    }
}
