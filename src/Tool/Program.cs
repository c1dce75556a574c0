using System.Text;
using AiToolPolicy.Tool;

// Reports are UTF-8 wherever they go, without a mark that would end up in a redirected file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await Cli.RunAsync(args, Surroundings.OfProcess()).ConfigureAwait(false);
