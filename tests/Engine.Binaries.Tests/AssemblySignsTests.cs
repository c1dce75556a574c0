using Microsoft.CodeAnalysis;
using static AiToolPolicy.Engine.Binaries.Tests.Library;

namespace AiToolPolicy.Engine.Binaries.Tests;

/// <summary>What a rename cannot hide, and what looks like a tool and is none.</summary>
public class AssemblySignsTests
{
    private const string Client = "namespace Acme.Client { public class Model { } }";

    private static readonly string Version = Attribute("InformationalVersion", "1.2.3+0123abc");

    [Fact]
    public void The_tools_own_assembly_is_known_by_its_name_and_has_a_version() =>
        Assert.Equal("Dependency: Assembly 'Acme.Client.dll' 1.2.3 is acme-api", Seen.In("lib/Acme.Client.dll", Compile("Acme.Client", Version + Client)));

    [Fact]
    public void A_renamed_file_keeps_its_name_inside() =>
        Assert.Equal("Dependency: Assembly 'Helper.dll' 1.2.3 (which is 'Acme.Client' by its name) is acme-api", Seen.In("Helper.dll", Compile("Acme.Client", Version + Client)));

    [Theory]
    [InlineData("Title", "Acme.Client", "which is 'Acme.Client' by its title")]
    [InlineData("Product", "Acme.Client", "which is 'Acme.Client' by its product name")]
    [InlineData("Company", "Acme Inc.", "which is 'Acme Inc.' by its company")]
    public void A_renamed_assembly_keeps_what_it_says_of_its_maker(string attribute, string value, string phrase) =>
        Assert.Equal($"Dependency: Assembly 'Helper.dll' 1.2.3 ({phrase}) is acme-api", Seen.In("Helper.dll", Compile("Helper", Version + Attribute(attribute, value))));

    [Theory]
    [InlineData("https://github.com/acme/acme-dotnet")]
    [InlineData("https://www.github.com/Acme/acme-dotnet.git")]
    [InlineData("git://github.com/acme/acme-dotnet/tree/main")]
    public void A_renamed_assembly_keeps_its_repository(string url) =>
        Assert.Equal("Dependency: Assembly 'Helper.dll' 0.0.0.0 (which is 'acme/acme-dotnet' by its repository) is acme-api", Seen.In("Helper.dll", Compile("Helper", Attribute("Metadata", "RepositoryUrl", url))).Replace("Acme/", "acme/", StringComparison.Ordinal));

    [Fact]
    public void A_renamed_assembly_keeps_the_key_that_signed_it() =>
        Assert.Equal("Dependency: Assembly 'Helper.dll' 0.0.0.0 (which is '7cec85d7bea7798e' by its public key token) is acme-api", Seen.In("Helper.dll", Compile("Helper", "class C { }", isSigned: true)));

    [Fact]
    public void Another_key_does_not_hide_the_name() =>
        Assert.Equal("Dependency: Assembly 'Helper.dll' 0.0.0.0 (which is 'Globe' by its name) is globe", Seen.In("Helper.dll", Compile("Globe", "class C { }", isSigned: true)).Split('\n')[1].Replace("Helper.dll(1,1)-(1,1): Assembly ", "", StringComparison.Ordinal));

    [Fact]
    public void A_merged_library_keeps_its_namespaces() =>
        Assert.Equal(
            "Dependency: Assembly 'Everything.dll' (which defines 14 types in namespace 'Acme.Client') is acme-api",
            Seen.In("Everything.dll", Compile("Everything", Types("Acme.Client", 6) + Types("Acme.Client.Models", 8) + Types("Contoso", 40))));

    [Fact]
    public void A_few_types_in_anothers_namespace_are_a_mention() =>
        Assert.Equal("Mention: Assembly 'Extensions.dll' (which defines 9 types in namespace 'Acme.Client') is acme-api", Seen.In("Extensions.dll", Compile("Extensions", Types("Acme.Client", 9))));

    [Fact]
    public void Anothers_namespace_in_a_known_library_counts_only_as_a_whole()
    {
        Assert.Equal("Dependency: Assembly 'Globe.dll' 0.0.0.0 is globe", Seen.In("Globe.dll", Compile("Globe", Types("Acme.Client", 9))));
        Assert.Equal(2, Seen.In("Globe.dll", Compile("Globe", Types("Acme.Client", 10))).Split('\n').Length);
    }

    [Theory]
    [InlineData("costura.acme.client.dll.compressed")]
    [InlineData("Acme.Client.dll")]
    public void An_embedded_library_is_known_by_its_name(string resource) =>
        Assert.Contains("which embeds 'acme.client') is acme-api", Seen.In("App.exe", Compile("App", "class C { static void Main() { } }", OutputKind.ConsoleApplication, resources: new ResourceDescription(resource, () => new MemoryStream([1]), true))), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_part_of_an_assembly_has_namespaces_only() =>
        Assert.Equal("Dependency: Assembly 'Part.netmodule' (which defines 12 types in namespace 'Acme.Client') is acme-api", Seen.In("Part.netmodule", Compile("Part", Types("Acme.Client", 12), OutputKind.NetModule)));

    [Fact]
    public void A_common_name_counts_beside_a_second_sign_of_another_kind_only()
    {
        var types = Types("Globe", 20);

        Assert.Equal("", Seen.In("Maps.dll", Compile("Maps", types)));
        Assert.Equal("", Seen.In("Maps.dll", Compile("Maps", Attribute("Company", "A. Nemo"))));
        Assert.Equal("Dependency: Assembly 'Maps.dll' 0.0.0.0 (which is 'A. Nemo' by its company) is globe", Seen.In("Maps.dll", Compile("Maps", Attribute("Company", "A. Nemo") + types)));
    }

    [Fact]
    public void Look_alikes_are_nobodys() =>
        Assert.Equal("", Seen.In("lib/Acme.ClientTools.dll", Compile("Acme.ClientTools", Attribute("Company", "Acme") + Attribute("Title", "Acme.Clients") + Attribute("Product", "copilot") + Attribute("Metadata", "RepositoryUrl", "https://github.com/acme") + Types("Acme.Clients", 30) + Types("My.Acme.Client", 30))));
}
