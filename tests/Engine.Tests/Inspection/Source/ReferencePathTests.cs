using AiToolPolicy.Engine.Inspection.Source;

namespace AiToolPolicy.Engine.Tests.Inspection.Source;

public sealed class ReferencePathTests
{
    [Theory]
    [InlineData("/home/u/.nuget/packages/acme/12.36.0/lib/net8.0/Acme.dll", "acme 12.36.0")]
    [InlineData(@"C:\Users\u\.nuget\packages\acme.client\1.0.0-beta.2\ref\netstandard2.0\Acme.dll", "acme.client 1.0.0-beta.2")]
    [InlineData("/repo/packages/Acme.Client.1.2.3/lib/net48/Acme.dll", "Acme.Client 1.2.3")]
    [InlineData("/repo/packages/Acme.2.0.1-rc/lib/Acme.dll", "Acme 2.0.1-rc")]
    [InlineData("/p/acme/1.0.0/runtimes/win/lib/net8.0/Acme.dll", "acme 1.0.0")]
    public void PackageFolder_tellsIdAndVersion(string path, string expected) => Assert.Equal(expected, ReferencePath.PackageOf(path)?.ToString());

    [Theory]
    [InlineData("/repo/lib/Acme.dll")]
    [InlineData("/repo/tools/lib/net8.0/Acme.dll")]
    [InlineData("/usr/share/dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0/ref/net10.0/System.dll.txt/Acme.dll/x")]
    [InlineData("/repo/App/obj/Debug/net10.0/ref/App.dll")]
    [InlineData("Acme.dll")]
    [InlineData("")]
    public void OtherPlace_tellsNothing(string path) => Assert.True(ReferencePath.PackageOf(path) is null or { Id: "Microsoft.NETCore.App.Ref" });
}
