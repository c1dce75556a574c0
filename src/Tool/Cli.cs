using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Commands;

namespace AiToolPolicy.Tool;

/// <summary>The command line.</summary>
internal static class Cli
{
    private const string Name = "ai-tool-policy";

    private const string Description =
        """
        Holds a repository to an organisation's decision about AI tools. Nothing found is executed or contacted.

        Exit codes: 0 no finding of error severity, 1 at least one, 2 the command line or the policy file is wrong, 3 the check itself failed
        or evidence is missing, 130 cancelled.
        """;

    /// <summary>The product's version, without the commit.</summary>
    public static string Version { get; } =
        typeof(Cli).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellation = default)
    {
        var root = Root(surroundings);
        // "@scope/name" is the name of a package here, not a file of further arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction usage)
        {
            usage.ShowHelp = parsed.CommandResult.Command == root;
        }

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(1),
        };
        try
        {
            var code = await parsed.InvokeAsync(invocation, cancellation).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (UsageException error)
        {
            await surroundings.Error.WriteLineAsync($"{Name}: {error.Message}").ConfigureAwait(false);
            return ExitCode.Unusable;
        }
#pragma warning disable CA1031 // Whatever went wrong is ours to report, in one line and without a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var failure = CheckFailure.Of(error, "during the scan", Location.StartOf("."));
            await surroundings.Error.WriteLineAsync($"{Name}: error {failure.Rule.Id}: {failure.Message}").ConfigureAwait(false);
            return ExitCode.Incomplete;
        }
    }

    /// <summary>What a command line says, without doing it.</summary>
    internal static ParseResult Parse(string commandLine) => Root(Surroundings.OfProcess()).Parse(commandLine);

    private static RootCommand Root(Surroundings surroundings) => new(Description)
    {
        InitCommand.Create(surroundings),
        DoctorCommand.Create(surroundings),
        FixCommand.Create(surroundings),
        ScanCommand.Create(surroundings),
        ExemptCommand.Create(surroundings),
        BaselineCommand.Create(surroundings),
        ScanCommand.CreateForOutput(surroundings),
        VerifyCommand.Create(surroundings),
        CatalogCommand.Create(surroundings),
        ExplainCommand.Create(surroundings),
        PackCommand.Create(surroundings),
        ValidateCommand.Create(surroundings),
        PolicyCommand.Create(surroundings),
        PreviewCommand.Create(surroundings),
    };
}
