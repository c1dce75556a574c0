namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>Runs the tool as it is built from this checkout.</summary>
internal static class Tool
{
    private static readonly Lazy<Task<string>> Assembly = new(BuildAsync);

    public static async Task<CommandResult> RunAsync(params string[] arguments) =>
        await DotNet.RunAsync(SourceTree.Root, [await Assembly.Value, .. arguments]);

    private static async Task<string> BuildAsync()
    {
        using var alone = await SourceTree.BuildAloneAsync();
        var built = await DotNet.RunAsync(SourceTree.Root, "build", "src/Tool", "-v:q", "-t:Build", "-getProperty:TargetPath");
        Assert.True(built.ExitCode == 0 && File.Exists(built.Output.Trim()), built.Output);
        return built.Output.Trim();
    }
}
