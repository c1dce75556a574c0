namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>Runs the tool as it was built from this checkout.</summary>
internal static class Tool
{
    public static Task<CommandResult> RunAsync(params string[] arguments) =>
        DotNet.RunAsync(SourceTree.Root, ["run", "--project", "src/Tool", "--", .. arguments]);
}
