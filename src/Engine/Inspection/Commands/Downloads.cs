using AiToolPolicy.Engine.Inspection.Settings;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The addresses that commands fetch from: <c>curl -fsSL https://…/install.sh | sh</c>.</summary>
internal static class Downloads
{
    // PowerShell does not tell upper from lower case.
    private static readonly HashSet<string> Fetching = new(StringComparer.OrdinalIgnoreCase)
    {
        "curl", "wget", "aria2c", "iwr", "irm", "Invoke-WebRequest", "Invoke-RestMethod", "Start-BitsTransfer",
    };

    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>The hosts that the command's arguments begin with; none when it fetches nothing. A host within a header or in sent data is not fetched from.</summary>
    public static IEnumerable<(ShellWord Word, HostName Host)> Of(ShellCommand command) =>
        from word in Fetching.Contains(CommandNames.Bare(command.Name.Text)) ? command.Arguments : []
        let host = HostNames.In(word.Text).FirstOrDefault()
        where host is not null && (host.Start == 0 || Array.Exists(Schemes, scheme => host.Start == scheme.Length && word.Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        select (word, host);
}
