namespace AiToolPolicy.Tool.Tests;

/// <summary>One run of any command in this process, on the day of <see cref="Scan"/>.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public static async Task<Ran> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(arguments, new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);
        return new Ran(code, output.ToString(), error.ToString());
    }
}
